import Session

/// The alarms of a session by the slow way, written from the rules alone: after each entry everything is judged anew.
///
/// The limits are those of the sample protocol, and of a go-ahead on a baseline outside its range; they are written out
/// here once more.
struct AlarmOracle {
    typealias Priority = AlarmCondition.Priority

    struct Line: Equatable {
        var key: String
        var reached: Priority
        var present: Priority?
        var raisedBy: Int
        var endedBy: Int?
    }

    private(set) var lines: [Line] = []
    private var open: [String: Int] = [:]
    /// Readings that were charted late, and those that were the newest at some time: the others raise nothing.
    private var late: Set<Int> = []
    private var wasNewest: Set<String> = []

    private struct Seen {
        var number: Int
        var micros: Int64
        var reading: Reading
    }

    /// Takes a session after its newest entry.
    mutating func take(_ session: Session) {
        guard let last = session.entries.last else { return }
        let isDosing = session.phase == .dosing || session.phase == .paused
        let limit = (isDosing ? 5 : 15) * Micros.perMinute
        if last.at.sessionMicros - session.entry(last.number).observedSessionMicros > limit { late.insert(last.number) }
        let entries = session.effectiveEntries
        let base = Baseline(entries)
        var now: [String: Priority] = [:]
        for parameter in Parameter.allCases {
            guard let level = level(of: parameter, entries, base) else { continue }
            let key = parameter == .diastolicMmHg ? "systolicMmHg" : parameter.rawValue
            now[key] = max(level, now[key] ?? level)
        }
        let notes = entries.compactMap { entry -> (micros: Int64, number: Int, note: Dissociation)? in
            guard case .dissociationRecorded(let note) = entry.body else { return nil }
            return (entry.observedSessionMicros, entry.event.number, note)
        }
        .sorted { ($0.micros, $0.number) < ($1.micros, $1.number) }
        if notes.last?.note.score == 4 { now["dissociation"] = .medium }
        if notes.last(where: { $0.note.isDistressed != nil })?.note.isDistressed == true { now["distress"] = .medium }
        if session.phase == .closed { now = [:] }
        show(now, by: last.number)
    }

    private mutating func show(_ now: [String: Priority], by number: Int) {
        for (key, place) in open {
            lines[place].present = now[key]
            if let level = now[key] {
                lines[place].reached = max(lines[place].reached, level)
            } else {
                lines[place].endedBy = number
                open[key] = nil
            }
        }
        for (key, level) in now.sorted(by: { $0.key < $1.key }) where open[key] == nil {
            open[key] = lines.count
            lines.append(Line(key: key, reached: level, present: level, raisedBy: number))
        }
    }

    /// What stands of a parameter: the highest level that some reading reached and no later one ended.
    private mutating func level(of parameter: Parameter, _ entries: [EffectiveEntry], _ base: Baseline) -> Priority? {
        let seen = Self.readings(of: parameter, entries)
        if let newest = seen.last { wasNewest.insert("\(parameter) \(newest.number)") }
        return Priority.allCases.reversed().first { stands($0, parameter, seen, base) }
    }

    private func stands(_ level: Priority, _ parameter: Parameter, _ seen: [Seen], _ base: Baseline) -> Bool {
        let raised = seen.lastIndex { seen in
            let counts = !late.contains(seen.number) || wasNewest.contains("\(parameter) \(seen.number)")
            return counts && reach(parameter, seen.reading, base).map { $0 >= level } ?? false
        }
        guard let raised else { return false }
        let after = seen[(raised + 1)...].filter { seen in
            seen.reading.value != nil && reach(parameter, seen.reading, base).map { $0 < level } ?? true
        }
        if case .unmeasurable(.noReading) = seen[raised].reading, !after.isEmpty { return false }
        let margin = margin(parameter)
        let isInside = after.contains { seen in
            guard let value = seen.reading.value else { return false }
            return [value + margin, value - margin].allSatisfy { shifted in
                reach(parameter, .value(shifted), base).map { $0 < level } ?? true
            }
        }
        guard let first = after.first, let last = after.last else { return true }
        return !isInside && last.micros - first.micros < 5 * Micros.perMinute
    }

    private static func readings(of parameter: Parameter, _ entries: [EffectiveEntry]) -> [Seen] {
        entries.compactMap { entry -> Seen? in
            var reading: Reading?
            if case .vitalsRecorded(let vitals) = entry.body { reading = vitals[parameter] }
            if case .dissociationRecorded(let note) = entry.body {
                if parameter == .moaas { reading = note.moaas.map { .value($0) } }
                if parameter == .rass { reading = note.rass.map { .value($0) } }
            }
            if case .notDone = reading { return nil }
            return reading.map { Seen(number: entry.event.number, micros: entry.observedSessionMicros, reading: $0) }
        }
        .sorted { ($0.micros, $0.number) < ($1.micros, $1.number) }
    }

    private func margin(_ parameter: Parameter) -> Int {
        switch parameter {
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin: 5
        case .spo2Percent, .respiratoryRatePerMin: 2
        case .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin, .etco2MmHg, .painNrs, .moaas, .rass: 0
        }
    }

    private func reach(_ parameter: Parameter, _ reading: Reading, _ base: Baseline) -> Priority? {
        switch reading {
        case .notDone: nil
        case .unmeasurable(.noReading): .medium
        case .unmeasurable(.high): max(reach(parameter, .value(10_000), base) ?? .medium, .medium)
        case .unmeasurable(.low): max(reach(parameter, .value(-10_000), base) ?? .medium, .medium)
        case .value(let value): reach(parameter, value, base)
        }
    }

    private func reach(_ parameter: Parameter, _ value: Int, _ baseline: Baseline) -> Priority? {
        let base = baseline.hasStarted ? baseline.values[parameter] : nil
        let (own, came) = (baseline.isGoAhead, baseline.values[parameter])
        switch parameter {
        case .systolicMmHg:
            var (low, medium) = (150, 160)
            if own, let came, came > 140 { (low, medium) = (min(came + 25, 170) - 10, min(came + 25, 170)) }
            if value >= 180 || value < 80 { return .high }
            let isLow = base.map { value < 100 && value * 100 < $0 * 70 } ?? false
            if value >= medium || value < 90 || value >= (base ?? .max / 2) + 40 || isLow { return .medium }
            return value >= low ? .low : nil
        case .diastolicMmHg:
            var (low, medium) = (95, 100)
            if own, let came, came > 90 { (low, medium) = (min(came + 15, 105) - 5, min(came + 15, 105)) }
            if value >= 110 { return .high }
            if value >= medium || value >= (base ?? .max / 2) + 25 { return .medium }
            return value >= low ? .low : nil
        case .heartRatePerMin:
            if value >= 140 || value < 40 { return .high }
            if value >= 121 || (value < 50 && base.map { value <= $0 - 10 } ?? true) { return .medium }
            return value >= 111 ? .low : nil
        case .spo2Percent:
            guard own, let came, came < 94 else {
                return value < 90 ? .high : value < 92 ? .medium : value < 94 ? .low : nil
            }
            let (medium, high) = (max(came - 2, 85), max(came - 4, 85))
            return value < high ? .high : value < medium ? .medium : value < medium + 1 ? .low : nil
        case .respiratoryRatePerMin:
            if value >= 30 || value < 9 { return .high }
            if value >= 25 || value < 10 { return .medium }
            return value >= 21 ? .low : nil
        case .moaas: return value < 3 ? .high : value < 4 ? .medium : nil
        case .rass: return value >= 3 ? .high : value >= 2 ? .medium : value >= 1 ? .low : nil
        case .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin, .etco2MmHg, .painNrs: return nil
        }
    }

    /// What the patient came with: of each parameter the newest value before the dose, of a pressure and its repeat the
    /// lower pair, taken whole.
    struct Baseline {
        var values: [Parameter: Int] = [:]
        var hasStarted = false
        /// Whether a prescriber's decision on it carries limits of this session's own.
        var isGoAhead = false

        init(_ entries: [EffectiveEntry]) {
            var until = Int64.max
            for entry in entries {
                if case .infusionStarted = entry.body, !hasStarted {
                    (until, hasStarted) = (entry.observedSessionMicros, true)
                }
                if case .overrideGranted(let decision) = entry.body, decision.carriesOwnLimits { isGoAhead = true }
            }
            for parameter in Parameter.allCases {
                let before = AlarmOracle.readings(of: parameter, entries).filter { $0.micros <= until }
                values[parameter] = before.last { $0.reading.value != nil }?.reading.value
            }
            let pairs = entries.compactMap { entry -> (micros: Int64, number: Int, pair: [Int])? in
                guard case .vitalsRecorded(let vitals) = entry.body, entry.observedSessionMicros <= until,
                    let systolic = vitals.value(.systolicMmHg), let diastolic = vitals.value(.diastolicMmHg)
                else { return nil }
                return (entry.observedSessionMicros, entry.event.number, [systolic, diastolic])
            }
            .sorted { ($0.micros, $0.number) < ($1.micros, $1.number) }
            guard let last = pairs.last else { return }
            let first = pairs.last { (5...30).contains(Double(last.micros - $0.micros) / 60_000_000) }?.pair
            let isRepeat = first.map { $0[0] > 140 || $0[1] > 90 } ?? false
            let pair = [first ?? last.pair, last.pair].filter { isRepeat || $0 == last.pair }
                .min { $0.lexicographicallyPrecedes($1) }
            (values[.systolicMmHg], values[.diastolicMmHg]) = (pair?[0], pair?[1])
        }
    }
}

extension AlarmOracle.Line {
    /// The same of an episode.
    init(_ episode: AlarmEpisode) {
        let key =
            switch episode.subject {
            case .pressure: Parameter.systolicMmHg.rawValue
            case .parameter(let parameter): parameter.rawValue
            case .dissociation: "dissociation"
            case .distress: "distress"
            }
        self.init(
            key: key,
            reached: episode.reached,
            present: episode.present?.priority,
            raisedBy: episode.raisedBy,
            endedBy: episode.endedBy
        )
    }
}
