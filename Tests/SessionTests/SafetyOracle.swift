import Session

/// What a session permits and gave, worked out the slow way from the words of the design, over nothing but the entries
/// that count.
///
/// It knows no set, criterion, curve or line of the program. The numbers of the protocol are written out once more; of
/// its file only the two lists are read. Each answer is the codes of what is missing, empty where nothing is.
struct SafetyOracle {
    let entries: [EffectiveEntry]
    /// All of them, the voided too.
    private let all: [EffectiveEntry]
    let now: Int64
    let screening: [ChecklistItem]
    let dischargeList: [ChecklistItem]
    let standing: [AlarmOracle.Line]
    let requires: [Parameter]
    /// What was read of each parameter by the time it was true; what was not done is not among it.
    private var read: [Parameter: [Seen]] = [:]
    /// The notes on the patient's mind by the time they were true.
    let notes: [(note: Dissociation, micros: Int64)]
    /// What the patient came with.
    let baseline: [Parameter: Int]
    let start: Int64?
    let end: Int64?
    /// From when on what was seen counts: after the dose, and after the patient was last no longer well enough.
    let since: Int64?

    struct Seen {
        /// The entry, and what made it what it is now: itself or its newest correction.
        var number: Int
        var changed: Int
        var micros: Int64
        var reading: Reading

        var value: Int? { reading.value }
    }

    init(_ session: Session, _ alarms: AlarmOracle, at now: Moment) {
        all = session.entries.map { session.entry($0.number) }
        entries = all.filter { $0.voidedBy == nil }
        self.now = now.sessionMicros
        (screening, dischargeList) = (session.rules.screening, session.rules.dischargeList)
        requires = session.rules.baseline.required
        standing = alarms.lines.filter { $0.present != nil }
        baseline = AlarmOracle.Baseline(entries).values
        notes = entries.compactMap { entry -> (note: Dissociation, micros: Int64, number: Int)? in
            guard case .dissociationRecorded(let note) = entry.body else { return nil }
            return (note, entry.observedSessionMicros, entry.event.number)
        }
        .sorted { ($0.micros, $0.number) < ($1.micros, $1.number) }.map { ($0.note, $0.micros) }
        start = entries.first { $0.body.kind == "infusion.started" }?.observedSessionMicros
        end = entries.last { $0.body.kind == "infusion.stopped" }?.observedSessionMicros
        let setbacks = entries.filter { ["session.worsened", "session.returned"].contains($0.body.kind) }
        since = end.map { ([$0] + setbacks.map(\.observedSessionMicros)).max() ?? $0 }
        for parameter in Parameter.allCases { read[parameter] = readings(of: parameter) }
    }

    private func readings(of parameter: Parameter) -> [Seen] {
        let seen = entries.compactMap { entry -> Seen? in
            guard let reading = entry.body[parameter] else { return nil }
            if case .notDone = reading { return nil }
            let number = entry.event.number
            let micros = entry.observedSessionMicros
            return Seen(number: number, changed: entry.amendedBy ?? number, micros: micros, reading: reading)
        }
        return seen.sorted { ($0.micros, $0.number) < ($1.micros, $1.number) }
    }

    func seen(_ parameter: Parameter) -> [Seen] { read[parameter] ?? [] }

    static func minutes(_ count: Int) -> Int64 { Int64(count) * 60_000_000 }

    func isOlder(_ micros: Int64, than minutes: Int) -> Bool { now - micros > Self.minutes(minutes) }

    // What happened.

    /// The newest entry of a kind by when it was recorded.
    func newest(_ kind: String) -> EffectiveEntry? { entries.last { $0.body.kind == kind } }

    /// Whether a prescriber decided on a need after an entry, and saw the figure that it has.
    func isDecided(_ code: String, after number: Int, figure: Int? = nil) -> Bool {
        entries.contains { entry in
            guard case .overrideGranted(let decision) = entry.body, entry.event.number > number else { return false }
            return decision.requirements.contains(code) && decision.figures[code] == figure
        }
    }

    // READY.

    func ready() -> Set<String> {
        var missing: Set<String> = newest("identity.confirmed") == nil ? ["identity"] : []
        missing.formUnion(screeningGaps())
        var weights: (patient: Int, since: Int, escort: Escort)?
        for entry in entries where entry.event.number == 0 {
            guard case .sessionOpened(let opening) = entry.body else { continue }
            weights = (opening.patient.weightGrams, entry.amendedBy ?? 0, opening.patient.escort)
        }
        if let weights, weights.escort == .none, !isDecided("escort", after: weights.since) { missing.insert("escort") }
        if let placed = newest("order.placed"), case .orderPlaced(let order) = placed.body {
            let after = max(placed.event.number, weights?.since ?? 0)
            if order.weightGrams != weights?.patient, !isDecided("order.weight", after: after) {
                missing.insert("order.weight")
            }
        } else {
            missing.insert("order")
        }
        return missing.union(baselineGaps())
    }

    /// The newest answer to each item, and the number of its entry.
    private func answers(_ kind: String) -> [String: (answer: Answer, number: Int, micros: Int64)] {
        var newest: [String: (answer: Answer, number: Int, micros: Int64)] = [:]
        for entry in entries where entry.body.kind == kind {
            var given: [ItemAnswer] = []
            if case .screeningAnswered(let answers) = entry.body { given = answers }
            if case .checklistAnswered(let answers) = entry.body { given = answers }
            for answer in given {
                newest[answer.item] = (answer.answer, entry.event.number, entry.observedSessionMicros)
            }
        }
        return newest
    }

    private func screeningGaps() -> Set<String> {
        let answers = answers("screening.answered")
        func isFlagged(_ id: String?) -> Bool {
            guard let item = screening.first(where: { $0.id == id }), let given = answers[item.id]?.answer else {
                return false
            }
            return [item.stopOn, item.decideOn, item.tellOn].contains(given)
        }
        var missing: Set<String> = screening.contains { answers[$0.id] == nil } ? ["screening.complete"] : []
        for item in screening {
            guard let given = answers[item.id], isFlagged(item.id) else { continue }
            let isOnlyTold = ![item.stopOn, item.decideOn].contains(given.answer) && !isFlagged(item.decideWith)
            if isOnlyTold || isDecided("screening.\(item.id)", after: given.number) { continue }
            missing.insert("screening.\(item.id)")
        }
        return missing
    }

    private static let stops: [Parameter: ClosedRange<Int>] = [
        .systolicMmHg: 90...179, .diastolicMmHg: 20...109, .respiratoryRatePerMin: 10...30,
    ]
    private static let holds: [Parameter: ClosedRange<Int>] = [
        .systolicMmHg: 90...159, .diastolicMmHg: 20...99, .heartRatePerMin: 45...110, .spo2Percent: 94...100,
    ]

    private func baselineGaps() -> Set<String> {
        var missing: Set<String> = requires.contains { seen($0).isEmpty } || notes.isEmpty ? ["baseline"] : []
        var isOutside = false
        for parameter in Parameter.allCases {
            guard let newest = seen(parameter).last else { continue }
            var code = "baseline.stop.\(parameter.rawValue)"
            if let value = newest.value {
                if Self.stops[parameter]?.contains(value) ?? true { code = "baseline.hold.\(parameter.rawValue)" }
                let isInside = [Self.stops, Self.holds].allSatisfy { $0[parameter]?.contains(value) ?? true }
                if isInside || isDecided(code, after: newest.changed, figure: value) { continue }
            } else if !requires.contains(parameter) || isDecided(code, after: newest.changed) {
                continue
            }
            missing.insert(code)
            isOutside = true
        }
        return isOutside ? missing : missing.union(cautionGap())
    }

    /// Above 140/90 a second pressure is taken, 5 to 30 min after; if it is high still the prescriber decides.
    private func cautionGap() -> Set<String> {
        let diastolics = Dictionary(uniqueKeysWithValues: seen(.diastolicMmHg).map { ($0.number, $0.value) })
        let pairs = seen(.systolicMmHg).filter { $0.value != nil && diastolics[$0.number] ?? nil != nil }
        guard let newest = pairs.last, let systolic = newest.value, let diastolic = diastolics[newest.number] ?? nil
        else { return [] }
        guard systolic > 140 || diastolic > 90 else {
            // A good one within 5 min of a high one is no repeat of it.
            let high = pairs.last { $0.value ?? 0 > 140 || (diastolics[$0.number] ?? nil) ?? 0 > 90 }
            return high.map { newest.micros - $0.micros < Self.minutes(5) } ?? false ? ["baseline.repeat"] : []
        }
        let isRepeated = pairs.contains {
            (Self.minutes(5)...Self.minutes(30)).contains(newest.micros - $0.micros)
        }
        guard isRepeated else { return ["baseline.repeat"] }
        // Whoever decided on this pair because it is outside its ranges is not asked again.
        let isNewest = [Parameter.systolicMmHg, .diastolicMmHg].allSatisfy { seen($0).last?.number == newest.number }
        let isInside = (90...159).contains(systolic) && (20...99).contains(diastolic)
        if isNewest, !isInside { return [] }
        return isDecided("baseline.caution", after: newest.changed) ? [] : ["baseline.caution"]
    }

    // Start, and more drug.

    /// What a start lacks but the pump's figures.
    func starting() -> Set<String> {
        var missing = ready()
        if !lines.contains(where: \.isUsable) { missing.insert("access") }
        if newest("drug.drawn") == nil { missing.insert("container.logged") }
        for parameter in requires {
            guard let newest = seen(parameter).last else { continue }
            let isSlow = parameter == .temperatureTenthsCelsius || parameter == .painNrs
            if isOlder(newest.micros, than: isSlow ? 240 : 30) { missing.insert("baseline.recent") }
        }
        if let note = notes.last, isOlder(note.micros, than: 240) { missing.insert("baseline.recent") }
        return missing.union(timeoutGap())
    }

    /// Two persons saw the newest order, container and weight, at most 10 min ago; what was voided since they saw too.
    private func timeoutGap() -> Set<String> {
        guard let timeout = newest("timeout.confirmed") else { return ["timeout"] }
        let number = timeout.event.number
        let isChanged = all.contains { entry in
            guard ["order.placed", "drug.drawn"].contains(entry.body.kind) else { return false }
            return entry.event.number > number || entry.voidedBy ?? -1 > number
        }
        let weights = all.compactMap { entry -> (number: Int, grams: Int)? in
            var body = entry.event.body
            if case .entryAmended(0, let replacement, _) = body { body = replacement }
            guard case .sessionOpened(let opening) = body else { return nil }
            return (entry.event.number, opening.patient.weightGrams)
        }
        let isWeighedAnew = weights.last?.grams != weights.last { $0.number < number }?.grams
        if isChanged || isWeighedAnew { return ["timeout"] }
        return isOlder(timeout.observedSessionMicros, than: 10) ? ["timeout.recent"] : []
    }

    /// What stands against going on after a pause.
    func resuming() -> Set<String> {
        guard let pause = newest("infusion.paused") else { return ["pause"] }
        var missing = danger().union(infiltrationGap())
        if isOlder(pause.observedSessionMicros, than: 15) { missing.insert("pause.decision") }
        if !lines.contains(where: \.isUsable) { missing.insert("access") }
        var wanted: [Parameter] = []
        if case .infusionPaused(let reason?) = pause.body {
            if ["highBloodPressure", "lowBloodPressure"].contains(reason.code) {
                wanted = [.systolicMmHg, .diastolicMmHg]
            }
            if reason.code == "lowSaturation" { wanted = [.spo2Percent, .respiratoryRatePerMin] }
            if reason.code == "sedation" { wanted = [.moaas] }
        }
        let isMeasured = wanted.allSatisfy { parameter in
            seen(parameter).contains { $0.value != nil && $0.micros >= pause.observedSessionMicros }
        }
        if !isMeasured, !isDecided("remeasure", after: pause.event.number) { missing.insert("remeasure") }
        return missing
    }

    /// What stands against raising a rate.
    func raising() -> Set<String> { danger().union(infiltrationGap()) }

    private func danger() -> Set<String> {
        guard let start else { return [] }
        var missing: Set<String> = []
        for line in standing where line.present == .high {
            let parameters =
                Parameter.allCases.filter { $0.rawValue == line.key }
                + (line.key == "systolicMmHg" ? [.diastolicMmHg] : [])
            let newest = parameters.compactMap { seen($0).last?.changed }.max() ?? line.raisedBy
            let code = "alarm." + (line.key == "systolicMmHg" ? "pressure" : line.key)
            if !isDecided(code, after: newest) { missing.insert(code) }
        }
        let watched = [Parameter.systolicMmHg, .spo2Percent, .moaas].map { parameter in
            (newest: seen(parameter).last, taken: max(start, seen(parameter).last { $0.value != nil }?.micros ?? 0))
        }
        // 10 min to the next slot, and 10 more.
        if let oldest = watched.min(by: { $0.taken < $1.taken }), isOlder(oldest.taken, than: 20) {
            if !isDecided("overdue", after: oldest.newest?.changed ?? -1) { missing.insert("overdue") }
        }
        return missing
    }

    var infiltration: EffectiveEntry? {
        entries.last { if case .accessLost(_, _, true) = $0.body { true } else { false } }
    }

    func infiltrationGap() -> Set<String> {
        guard start != nil, let number = infiltration?.event.number else { return [] }
        let isReplaced = newest("order.placed").map { $0.event.number > number } ?? false
        return isReplaced || isDecided("infiltration", after: number) ? [] : ["infiltration"]
    }

    /// The lines that were placed, each with its own life.
    var lines: [(number: Int, isUsable: Bool, isRemoved: Bool)] {
        entries.filter { $0.body.kind == "access.placed" }.map { placed in
            let number = placed.event.number
            var line = (number: number, isUsable: true, isRemoved: false)
            for entry in entries {
                if case .accessChecked(let isPatent, _, number) = entry.body { line.isUsable = isPatent }
                if case .accessLost(_, number, _) = entry.body { line.isUsable = false }
                if case .accessRemoved(_, _, number) = entry.body { line.isRemoved = true }
            }
            if line.isRemoved { line.isUsable = false }
            return line
        }
    }

    func dischargeAnswers() -> [String: (answer: Answer, number: Int, micros: Int64)] { answers("checklist.answered") }

    func screeningAnswers() -> [String: Answer] { answers("screening.answered").mapValues(\.answer) }
}
