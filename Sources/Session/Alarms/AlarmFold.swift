/// Folds a session's entries into its alarm episodes, one after the other.
///
/// A condition stands while the newest reading of its subject, by the time it was observed, is at or beyond a limit; the
/// newest note on the patient's mind raises the rest. Corrections and voids count from where they were recorded.
package struct AlarmFold: Sendable {
    private let rules: InfusionProtocol
    /// All alarms so far, in the order they were raised.
    package private(set) var episodes: [AlarmEpisode] = []
    /// The episodes that stand, by subject, as places in `episodes`.
    private var standing: [AlarmCondition.Subject: Int] = [:]
    /// What was read of each parameter, and what was noted, by the time it was observed.
    private var readings: [Parameter: [Seen<Reading>]] = [:]
    private var notes: [Seen<Dissociation>] = []
    private var sets: [Seen<Int>] = []
    /// The starts that count, by number; the first begins the dose.
    private var starts: [Seen<Int>] = []
    /// The entries that raise something: what a correction or a void of them takes back.
    private var sources: [Int: Event] = [:]

    /// The last reading of each parameter before the dose began; nil before that, and without a set.
    private var baseline: Vitals?

    init(rules: InfusionProtocol) {
        self.rules = rules
    }

    /// Begins with the entries a session has; nil where it has no protocol to judge them by.
    package init?(_ session: Session) {
        guard session.hasProtocol else { return nil }
        self.init(rules: session.rules)
        for event in session.entries { take(event) }
    }

    /// The alarms that stand now, highest priority first; those of one priority in the order of the flowsheet.
    package var standingAlarms: [AlarmEpisode] {
        let standing = episodes.compactMap { episode in episode.present.map { (episode, $0) } }
        return standing.sorted { AlarmCondition.isWorse($0.1, $1.1) }.map(\.0)
    }

    private struct Seen<Value: Sendable> {
        var observedMicros: Int64
        var number: Int
        var value: Value
    }

    /// Takes the next entry.
    package mutating func take(_ event: Event) {
        switch event.body.traits.raises {
        case .readings, .mind, .baseline:
            sources[event.number] = event
            add(event.body, of: event)
        case .nothing:
            guard lay(event) else { return }
        }
        judge(by: event)
    }

    /// Lays a correction or a void over what it speaks of; false where that raises nothing.
    private mutating func lay(_ event: Event) -> Bool {
        if case .entryAmended(let target, let replacement, _) = event.body, let source = sources[target] {
            remove(target)
            add(replacement, of: source)
            return true
        }
        if case .entryVoided(let target, _) = event.body, sources.removeValue(forKey: target) != nil {
            remove(target)
            return true
        }
        return false
    }

    private mutating func add(_ body: Event.Body, of event: Event) {
        let observed = event.at.sessionMicros(ofUTC: event.observedAtMicros ?? event.at.utcMicros)
        func seen<Value: Sendable>(_ value: Value) -> Seen<Value> {
            Seen(observedMicros: observed, number: event.number, value: value)
        }
        if case .vitalsRecorded(let vitals) = body {
            Self.insert(seen(event.number), into: &sets)
            for (parameter, reading) in vitals.readings {
                Self.insert(seen(reading), into: &readings[parameter, default: []])
            }
        }
        if case .dissociationRecorded(let note) = body {
            Self.insert(seen(note), into: &notes)
            for parameter in Parameter.allCases where parameter.facts.isScoredWithNotes {
                guard let reading = note[parameter] else { continue }
                Self.insert(seen(reading), into: &readings[parameter, default: []])
            }
        }
        if case .infusionStarted = body {
            starts.append(seen(event.number))
            starts.sort { $0.number < $1.number }
            findBaseline()
        }
        if observed <= starts.first?.observedMicros ?? .min { findBaseline() }
    }

    private mutating func remove(_ number: Int) {
        for parameter in Parameter.allCases { Self.remove(number, from: &readings[parameter, default: []]) }
        Self.remove(number, from: &notes)
        Self.remove(number, from: &sets)
        starts.removeAll { $0.number == number }
        findBaseline()
    }

    /// Nearly everything is newer than what was there.
    private static func insert<Value>(_ seen: Seen<Value>, into list: inout [Seen<Value>]) {
        let key = (seen.observedMicros, seen.number)
        let after = list.lastIndex { ($0.observedMicros, $0.number) < key }
        list.insert(seen, at: after.map { $0 + 1 } ?? 0)
    }

    private static func remove<Value>(_ number: Int, from list: inout [Seen<Value>]) {
        guard let place = list.lastIndex(where: { $0.number == number }) else { return }
        list.remove(at: place)
    }

    /// Compares what stands now with what stood before.
    private mutating func judge(by event: Event) {
        var found: [AlarmCondition.Subject: (condition: AlarmCondition, observedMicros: Int64)] = [:]
        for condition in AlarmCondition.evaluate(newest, against: rules, baseline: baseline) {
            let observed = condition.parameter.flatMap { readings[$0]?.last?.observedMicros } ?? 0
            found[condition.subject] = (condition, observed)
        }
        if let note = notes.last {
            for condition in AlarmCondition.evaluate(note.value) {
                found[condition.subject] = (condition, note.observedMicros)
            }
        }
        for (subject, place) in standing where found[subject] == nil {
            episodes[place].present = nil
            episodes[place].endedBy = event.number
            episodes[place].untilMicros = event.at.sessionMicros
            standing[subject] = nil
        }
        for (subject, now) in found.sorted(by: { AlarmCondition.isWorse($0.value.condition, $1.value.condition) }) {
            if let place = standing[subject] {
                episodes[place].present = now.condition
                episodes[place].reached = max(episodes[place].reached, now.condition.priority)
                episodes[place].observedMicros = now.observedMicros
            } else {
                standing[subject] = episodes.count
                episodes.append(
                    AlarmEpisode(
                        subject: subject,
                        reached: now.condition.priority,
                        present: now.condition,
                        raisedBy: event.number,
                        sinceMicros: event.at.sessionMicros,
                        firstOut: now.condition,
                        observedMicros: now.observedMicros
                    )
                )
            }
        }
    }

    private var newest: Vitals {
        var vitals = Vitals()
        for (parameter, seen) in readings { vitals[parameter] = seen.last?.value }
        return vitals
    }

    /// Nearly every entry is newer than the start: this is done at the start, and for what is put right before it.
    private mutating func findBaseline() {
        baseline = nil
        guard let start = starts.first?.observedMicros, sets.contains(where: { $0.observedMicros <= start }) else {
            return
        }
        var vitals = Vitals()
        for (parameter, seen) in readings { vitals[parameter] = seen.last { $0.observedMicros <= start }?.value }
        baseline = vitals
    }
}
