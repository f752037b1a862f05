/// Folds a session's entries into its alarm episodes, one after the other.
///
/// A reading raises a condition where it reaches a limit, and later readings of the same end it as `AlarmTrack` says; of
/// the patient's mind the newest note speaks. What was not measured ends nothing. Corrections and voids count from where
/// they were recorded.
struct AlarmFold: Sendable {
    private let rules: InfusionProtocol
    /// All alarms so far, in the order they were raised.
    private(set) var episodes: [AlarmEpisode] = []
    /// The episodes that stand, by subject, as places in `episodes`.
    private var standing: [AlarmCondition.Subject: Int] = [:]
    private var judge: AlarmJudge
    /// What was read of each parameter, and what was noted, by the time it was observed.
    private var tracks: [Parameter: AlarmTrack]
    private var notes: [Seen<Dissociation>] = []
    /// What was said of distress.
    private var distress: [Seen<Bool>] = []
    /// The starts that count, by number; the first begins the dose.
    private var starts: [Seen<Int>] = []
    /// The decisions that carry limits of this session's own, by number.
    private var goAheads: [Int] = []
    /// The steps that count, for how soon an entry is late.
    private var steps: [(number: Int, phase: Phase)] = []
    /// Those that were charted late, by the phase they were charted in.
    private var late: Set<Int> = []

    init(rules: InfusionProtocol) {
        self.rules = rules
        judge = AlarmJudge(rules: rules, baseline: nil)
        tracks = Dictionary(uniqueKeysWithValues: Parameter.allCases.map { ($0, AlarmTrack($0)) })
    }

    /// The alarms that stand now, highest priority first; breathing and sedation before pressure in one priority.
    var standingAlarms: [AlarmEpisode] {
        let standing = standing.values.compactMap { place in episodes[place].present.map { (episodes[place], $0) } }
        return standing.sorted { AlarmCondition.isWorse($0.1, $1.1) }.map(\.0)
    }

    /// Takes the next entry; false where nothing that stands can be otherwise by it.
    ///
    /// - Parameter source: the entry that a correction or a void speaks of, where that raises something and counts still.
    mutating func take(_ event: Event, speakingOf source: Event?) -> Bool {
        let traits = event.body.traits
        if let phase = traits.phase { steps.append((event.number, phase)) }
        switch traits.raises {
        case .readings, .mind, .baseline, .limits:
            if event.at.sessionMicros - event.observedSessionMicros > lateAfterMicros { late.insert(event.number) }
            add(event.body, of: event)
            let isBefore = event.observedSessionMicros <= doseStartMicros ?? .max
            return show(by: event, mayMoveLimits: traits.raises.changesLimits || isBefore)
        case .nothing:
            if case .entryVoided(let target, _) = event.body { steps.removeAll { $0.number == target } }
            if let source {
                lay(event, over: source)
            } else if traits.phase != .closed {
                return false
            }
            return show(by: event, mayMoveLimits: true)
        }
    }

    /// Lays a correction or a void over what it speaks of.
    private mutating func lay(_ event: Event, over source: Event) {
        remove(source.number, observedAt: source.observedSessionMicros)
        if case .entryAmended(_, let replacement, _) = event.body { add(replacement, of: source) }
    }

    /// Takes what an entry says, in its own words or a correction's.
    private mutating func add(_ body: Event.Body, of event: Event) {
        let observed = event.observedSessionMicros
        let isLate = late.contains(event.number)
        func seen<Value: Sendable>(_ value: Value) -> Seen<Value> {
            Seen(observedMicros: observed, number: event.number, value: value, isLate: isLate)
        }
        if case .vitalsRecorded(let vitals) = body {
            for (parameter, reading) in vitals.readings where !reading.isNotDone {
                tracks[parameter]?.take(seen(reading), by: judge)
            }
        }
        if case .dissociationRecorded(let note) = body {
            Seen.insert(seen(note), into: &notes)
            if let isDistressed = note.isDistressed { Seen.insert(seen(isDistressed), into: &distress) }
            for parameter in Parameter.allCases where parameter.facts.isScoredWithNotes {
                guard let reading = note[parameter] else { continue }
                tracks[parameter]?.take(seen(reading), by: judge)
            }
        }
        if case .infusionStarted = body {
            starts.append(seen(event.number))
            starts.sort { $0.number < $1.number }
        }
        if case .overrideGranted(let decision) = body, decision.carriesOwnLimits { goAheads.append(event.number) }
    }

    private mutating func remove(_ number: Int, observedAt micros: Int64) {
        for parameter in Parameter.allCases { tracks[parameter]?.remove(number, observedAt: micros) }
        Seen.remove(number, observedAt: micros, from: &notes)
        Seen.remove(number, observedAt: micros, from: &distress)
        starts.removeAll { $0.number == number }
        goAheads.removeAll { $0 == number }
    }

    private var doseStartMicros: Int64? { starts.first?.observedMicros }

    /// Nearly every entry is newer than the start: this is done before it, at it, and for what is put right later.
    ///
    /// Before the start the limits are absolute: what a patient came with is no measure of what the drug does.
    private mutating func findLimits() {
        let isNeeded = doseStartMicros != nil || !goAheads.isEmpty
        let baseline = isNeeded ? evidence.baseline(until: doseStartMicros, rules: rules)?.vitals : nil
        let limits = goAheads.isEmpty ? nil : GoAheadLimits.limits(of: rules, baseline: baseline)
        let next = AlarmJudge(rules: rules, limits: limits, baseline: doseStartMicros == nil ? nil : baseline)
        guard next.limits != judge.limits || next.baseline != judge.baseline else { return }
        judge = next
        for parameter in Parameter.allCases { tracks[parameter]?.fold(by: judge) }
    }

    /// What was measured before the start, from the readings at hand: few, whatever came after.
    private var evidence: BaselineEvidence {
        var sets: [Int: (micros: Int64, vitals: Vitals)] = [:]
        for (parameter, track) in tracks {
            for seen in track.readings.prefix(while: { $0.observedMicros <= doseStartMicros ?? .max }) {
                sets[seen.number, default: (seen.observedMicros, Vitals())].vitals[parameter] = seen.value
            }
        }
        var evidence = BaselineEvidence()
        for (number, set) in sets.sorted(by: { $0.key < $1.key }) {
            evidence.take(set.vitals, number: number, atMicros: set.micros)
        }
        return evidence
    }

    /// How long after it was seen something is charted late; sooner while the drug runs.
    private var lateAfterMicros: Int64 {
        let minutes =
            switch steps.last?.phase {
            case .dosing, .paused: rules.gates.lateWhileDosingMinutes
            case .screening, .ready, .observing, .dischargeReady, .discharged, .cancelled, .closed, nil:
                rules.gates.lateEntryAfterMinutes
            }
        return Int64(minutes) * Micros.perMinute
    }

    private typealias Found = [AlarmCondition.Subject: (condition: AlarmCondition, observedMicros: Int64)]

    /// What stands after an entry; nothing once the record is closed.
    private func found(by event: Event) -> Found {
        var found: Found = [:]
        guard steps.last?.phase != .closed else { return found }
        for parameter in Parameter.allCases {
            guard let present = tracks[parameter]?.present else { continue }
            // Of systolic and diastolic the worse is named, of two alike the first.
            if let other = found[present.condition.subject], other.condition.priority >= present.condition.priority {
                continue
            }
            found[present.condition.subject] = present
        }
        if let newest = notes.last, newest.value.score >= Dissociation.unreachableScore {
            let value = "\(newest.value.score), unreachable"
            let condition = AlarmCondition(subject: .dissociation, priority: .medium, value: value, limit: "")
            found[.dissociation] = (condition, newest.observedMicros)
        }
        // A score alone says nothing of distress: only a "no" ends it.
        if let asked = distress.last, asked.value {
            let condition = AlarmCondition(subject: .distress, priority: .medium, value: "", limit: "")
            found[.distress] = (condition, asked.observedMicros)
        }
        return found
    }

    /// Compares what stands now with what stood before; false where nothing does.
    private mutating func show(by event: Event, mayMoveLimits: Bool) -> Bool {
        if mayMoveLimits { findLimits() }
        for parameter in Parameter.allCases { tracks[parameter]?.settle(by: judge) }
        let found = found(by: event)
        if found.isEmpty, standing.isEmpty { return false }
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
        return true
    }
}
