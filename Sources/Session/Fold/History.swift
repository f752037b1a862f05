/// Everything that a session has taken in, with where to look for what.
///
/// Nothing in it is ever taken back: what changes is kept with the number of the entry that changed it, so that whoever
/// asks with a count finds what held then. A list may name entries that no longer count, or were not there yet; who looks
/// through it asks that of each.
struct History: Sendable {
    private(set) var log = EntryLog()
    /// The phase after each entry.
    private(set) var phase = Versions(Phase.screening)
    private(set) var topics = TopicNumbers()
    private(set) var times = TimeLists()
    private(set) var doses = DoseHistory()
    /// The lines that were placed, after each entry.
    private(set) var lines = Versions<[AccessLine]>([])
    /// The line that an entry about one means where it names none, by the entry's number.
    private var linesMeant: [Int: Int] = [:]
    /// Nil where there is no protocol to judge them by.
    private(set) var alarms: AlarmHistory?

    var events: [Event] { log.events }
    var corrections: Corrections { log.corrections }

    /// - Parameter rules: nil where the session's protocol cannot be read.
    init(rules: InfusionProtocol?) {
        alarms = rules.map { AlarmHistory($0) }
    }

    init(rules: InfusionProtocol?, events: some Sequence<Event>) {
        self.init(rules: rules)
        for event in events { take(event) }
    }

    mutating func take(_ event: Event) {
        let traits = event.body.traits
        let source = source(of: event)
        log.append(event)
        topics.take(event, traits)
        times.take(event)
        lay(event)
        takeEarlierCorrections(of: event)
        if traits.doseChange != nil { changeDose(by: event) }
        if topics[.access].last == event.number, !isVoided(event.number) { takeLine(body(of: event.number), by: event) }
        if let next = traits.phase { phase.set(next, by: event.number) }
        alarms?.take(event, speakingOf: source)
    }

    func body(of number: Int, upTo count: Int) -> Event.Body { log.body(of: number, upTo: count) }

    private func isVoided(_ number: Int) -> Bool { corrections.void(of: number, upTo: events.count) != nil }

    private func body(of number: Int) -> Event.Body { body(of: number, upTo: events.count) }

    /// The entry that a correction or a void speaks of, where it raises something and was not voided since it came.
    private func source(of event: Event) -> Event? {
        guard let target = event.body.target, events.indices.contains(target),
            events[target].body.traits.raises != .nothing
        else { return nil }
        return corrections.void(of: target, upTo: events.count).map { $0 > target } ?? false ? nil : events[target]
    }

    /// Lays a correction or a void over the entry it speaks of.
    private mutating func lay(_ event: Event) {
        if case .entryAmended(let target, let replacement, _) = event.body {
            let before = change(of: target)
            log.corrections.amend(target, by: event.number)
            if events.indices.contains(target) { amend(events[target], with: replacement, by: event.number) }
            if change(of: target) != before { beginDose(by: event) }
            if replacement.isTransition { refoldPhase(by: event) }
            refoldLines(by: event, after: target)
        }
        if case .entryVoided(let target, _) = event.body {
            let before = change(of: target)
            log.corrections.void(target, by: event.number)
            guard events.indices.contains(target) else { return }
            topics.void(events[target], by: event.number)
            if before != nil { beginDose(by: event) }
            if events[target].body.isTransition { refoldPhase(by: event) }
            refoldLines(by: event, after: target)
        }
    }

    private mutating func amend(_ target: Event, with replacement: Event.Body, by number: Int) {
        topics.amend(target, with: replacement, by: number)
        times.amend(target, with: replacement)
    }

    /// A damaged record can hold a correction before the entry that it speaks of.
    private mutating func takeEarlierCorrections(of event: Event) {
        for number in corrections.amendments(of: event.number, upTo: event.number) {
            guard case .entryAmended(_, let replacement, _) = events[number].body else { continue }
            amend(event, with: replacement, by: number)
        }
    }

    /// Works the phase out again from the transitions that count.
    private mutating func refoldPhase(by event: Event) {
        let last = topics.transitions.last { !isVoided($0) && body(of: $0).isTransition }
        phase.set(last.flatMap { body(of: $0).traits.phase } ?? .screening, by: event.number)
    }

    private mutating func takeLine(_ body: Event.Body, by event: Event) {
        var now = lines.value(upTo: event.number)
        linesMeant[event.number] = now.last { !$0.isRemoved }?.number
        now.take(body, number: event.number, meant: linesMeant[event.number])
        lines.set(now, by: event.number)
    }

    /// Works the lines out again, after an entry about one was corrected.
    private mutating func refoldLines(by event: Event, after target: Int) {
        let numbers = topics[.access]
        guard numbers.last.map({ $0 >= target }) ?? false, numbers[numbers.places(below: target)] == target else {
            return
        }
        var now: [AccessLine] = []
        for number in numbers where !isVoided(number) {
            now.take(body(of: number), number: number, meant: linesMeant[number])
        }
        lines.set(now, by: event.number)
    }

    // The dose.

    /// What an entry changes about the rate, as far as it counts.
    private func change(of number: Int) -> DoseChange? {
        guard events.indices.contains(number), events[number].body.traits.doseChange != nil, !isVoided(number) else {
            return nil
        }
        return body(of: number).traits.doseChange
    }

    private mutating func changeDose(by event: Event) {
        guard let change = change(of: event.number) else { return }
        if !doses.take((event.observedSessionMicros, change), by: event.number) { beginDose(by: event) }
    }

    private mutating func beginDose(by event: Event) {
        let changes = topics.doseChanges.compactMap { number in
            change(of: number).map { (events[number].observedSessionMicros, $0) }
        }
        doses.begin(with: changes, by: event.number)
    }
}

extension Event.Body {
    /// The entry that a correction or a void speaks of.
    fileprivate var target: Int? {
        if case .entryAmended(let target, _, _) = self { return target }
        if case .entryVoided(let target, _) = self { return target }
        return nil
    }
}
