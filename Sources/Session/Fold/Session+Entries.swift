extension Session {
    /// All events that count here, in the order of their numbers, which are their places.
    package var entries: ArraySlice<Event> { history.events[..<nextNumber] }

    package var phase: Phase { history.phase.value(upTo: nextNumber) }

    /// The entry of a number, with what was laid over it.
    package func entry(_ number: Int) -> EffectiveEntry {
        precondition(number < nextNumber, "entry \(number) of \(nextNumber)")
        return history.log.entry(number, upTo: nextNumber)
    }

    /// The number of the newest void of an entry; nil for one that counts.
    func voidedBy(_ number: Int) -> Int? { history.corrections.void(of: number, upTo: nextNumber) }

    func isVoided(_ number: Int) -> Bool { voidedBy(number) != nil }

    /// The number of the entry that made another what it is now: itself, or its newest correction.
    func newestChange(of number: Int) -> Int {
        history.corrections.amendment(of: number, upTo: nextNumber) ?? number
    }

    /// All entries that count, in the order they were recorded: without voided ones.
    package var effectiveEntries: [EffectiveEntry] {
        (0..<nextNumber).map(entry).filter { !$0.isVoided }
    }

    /// Those of ascending numbers that count here.
    func counted(_ numbers: [Int]) -> ArraySlice<Int> { numbers[..<numbers.places(below: nextNumber)] }

    /// The entries of a topic, voided or not, in the order they were recorded.
    func numbers(of topic: EventTopic) -> ArraySlice<Int> { counted(history.topics[topic]) }

    /// The newest entry that was of a topic from the first, voided or not.
    func newestOwn(_ topic: EventTopic) -> Int? {
        numbers(of: topic).last { history.events[$0].body.traits.topic == topic }
    }

    /// The newest entry that moved the session and counts.
    var newestTransition: Int? { counted(history.topics.transitions).last { !isVoided($0) } }

    /// The entries of several topics, each once.
    func numbers(of topics: [EventTopic]) -> [Int] {
        topics.count == 1 ? Array(numbers(of: topics[0])) : Set(topics.flatMap { numbers(of: $0) }).sorted()
    }

    /// The entries of topics that count, in the order they were recorded.
    func entries(of topics: EventTopic...) -> [EffectiveEntry] {
        numbers(of: topics).map(entry).filter { !$0.isVoided }
    }

    /// The newest entry of a topic that counts and that `pick` takes.
    package func newest<Value>(
        _ topic: EventTopic,
        _ pick: (Event.Body) -> Value?
    ) -> (value: Value, entry: EffectiveEntry)? {
        for number in numbers(of: topic).reversed() where !isVoided(number) {
            if let value = pick(history.body(of: number, upTo: nextNumber)) { return (value, entry(number)) }
        }
        return nil
    }

    /// The opening as it counts now, amended or not.
    package var opening: Opening? {
        guard nextNumber > 0, case .sessionOpened(let opening) = entry(0).body else { return nil }
        return opening
    }

    /// Every opening that was given or laid over the first entry, with the number of the entry that says it.
    var openings: [(number: Int, opening: Opening)] {
        let laid = history.corrections.amendments(of: 0, upTo: nextNumber)
        return Set(numbers(of: .opening) + laid).sorted().compactMap { number in
            history.events[number].body.openingLaid.map { (number, $0) }
        }
    }

    package var patient: Patient? { opening?.patient }

    package var chair: String? {
        for number in numbers(of: .chair).reversed() where !isVoided(number) {
            if case .sessionMoved(let chair) = history.events[number].body { return chair }
        }
        return opening?.chair
    }
}

extension Event.Body {
    /// The opening it gives or lays over the first entry.
    fileprivate var openingLaid: Opening? {
        if case .sessionOpened(let opening) = self { return opening }
        guard case .entryAmended(0, let replacement, _) = self else { return nil }
        return replacement.openingLaid
    }
}
