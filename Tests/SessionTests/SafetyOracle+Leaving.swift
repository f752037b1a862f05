import Session

/// Who may leave, and what was given.
extension SafetyOracle {
    /// One column of the flowsheet: of each parameter the newest value, or why there was none at all.
    struct Column {
        var began: Int64
        var seen: [Parameter: Seen] = [:]

        /// When those five were taken that make it complete; nil where one of them has no value.
        var times: [Int64]? {
            let five: [Parameter] = [
                .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin,
            ]
            let measured = five.compactMap { parameter in seen[parameter].flatMap { $0.value == nil ? nil : $0.micros }
            }
            return measured.count == five.count ? measured : nil
        }
    }

    /// The columns since a time: entries at most 2 min after the first of one belong to it.
    ///
    /// What is scored with a note stands beside them.
    func columns(since: Int64) -> [Column] {
        var columns: [Column] = []
        let sets = entries.filter { $0.body.kind == "vitals.recorded" && $0.observedSessionMicros >= since }
            .sorted { ($0.observedSessionMicros, $0.event.number) < ($1.observedSessionMicros, $1.event.number) }
        for set in sets {
            let micros = set.observedSessionMicros
            if columns.last.map({ micros - $0.began > Self.minutes(2) }) ?? true {
                columns.append(Column(began: micros))
            }
            let place = columns.count - 1
            for parameter in Parameter.allCases {
                guard let read = seen(parameter).first(where: { $0.number == set.event.number }) else { continue }
                if read.value != nil || columns[place].seen[parameter]?.value == nil {
                    columns[place].seen[parameter] = read
                }
            }
        }
        return columns
    }

    /// What keeps the patient from READY TO LEAVE.
    func leaving() -> Set<String> {
        guard let start, let end, let since else { return ["dose"] }
        var missing = infiltrationGap()
        let last = max(end, infiltration?.observedSessionMicros ?? end)
        if now < max(last + Self.minutes(60), start + Self.minutes(120)) { missing.insert("criterion.time") }
        let columns = columns(since: since)
        let complete = columns.indices.filter { columns[$0].times != nil }
        if let newest = complete.last, let oldest = columns[newest].times?.min() {
            let first = complete.last { oldest - (columns[$0].times?.max() ?? oldest) >= Self.minutes(10) }
            missing.formUnion(outside(columns[(first ?? newest)...], oldest))
            if first.map({ isRising(from: columns[$0], to: columns[newest]) }) ?? true || isOlder(oldest, than: 30) {
                missing.insert("criterion.pressure")
            }
        } else {
            missing.formUnion(["pressure", "heartRate", "oxygen", "breathing"].map { "criterion.\($0)" })
        }
        if standing.contains(where: { $0.present != .low }) { missing.insert("criterion.alarms") }
        return missing.union(scores(since)).union(listGap(since))
    }

    private func isRising(from first: Column, to last: Column) -> Bool {
        let pairs = [Parameter.systolicMmHg, .diastolicMmHg].map { parameter in
            (first: first.seen[parameter]?.value ?? 0, last: last.seen[parameter]?.value ?? 0)
        }
        return (pairs[0].last >= 140 || pairs[1].last >= 90) && pairs.contains { $0.last > $0.first + 10 }
    }

    /// What of the vitals is outside the limits of leaving in any of some columns; unmeasurable is outside.
    private func outside(_ columns: ArraySlice<Column>, _ newestSet: Int64) -> Set<String> {
        let base = baseline
        var missing: Set<String> = []
        func isNear(_ value: Int, _ parameter: Parameter) -> Bool {
            base[parameter].map { abs(value - $0) * 5 <= $0 } ?? false
        }
        func require(_ code: String, _ parameter: Parameter, _ isInside: (Int) -> Bool) {
            for column in columns {
                guard let seen = column.seen[parameter] else { continue }
                if !(seen.value.map(isInside) ?? false) { missing.insert("criterion.\(code)") }
            }
        }
        require("pressure", .systolicMmHg) { value in
            let isNear = isNear(value, .systolicMmHg)
            return value < 160 && value >= 90 && (isNear || (100..<140).contains(value))
        }
        require("pressure", .diastolicMmHg) { $0 < 100 && ($0 < 90 || isNear($0, .diastolicMmHg)) }
        require("heartRate", .heartRatePerMin) { (50...110).contains($0) || isNear($0, .heartRatePerMin) }
        require("breathing", .respiratoryRatePerMin) { value in
            (10...22).contains(value) || base[.respiratoryRatePerMin].map { abs(value - $0) <= 4 } ?? false
        }
        require("oxygen", .spo2Percent) { $0 >= min(94, base[.spo2Percent] ?? 94) }
        if !isOnNoMoreOxygen(newestSet) { missing.insert("criterion.oxygen") }
        return missing
    }

    /// No more oxygen than at baseline for 10 min before the newest set, and somebody said so since the dose.
    private func isOnNoMoreOxygen(_ newestSet: Int64) -> Bool {
        guard let since else { return false }
        let flows = seen(.oxygenTenthsLiterPerMin)
        let base = baseline[.oxygenTenthsLiterPerMin] ?? 0
        if let more = flows.lastIndex(where: { ($0.value ?? 0) > base }) {
            guard more + 1 < flows.count, newestSet - flows[more + 1].micros >= Self.minutes(10) else { return false }
        }
        // Oxygen is a state: once confirmed it stays so until it is changed.
        let answers = dischargeAnswers()
        let isConfirmed = dischargeList.contains { item in
            guard item.confirmsOxygen, let given = answers[item.id] else { return false }
            return given.answer == .yes && given.micros >= since
        }
        return isConfirmed || flows.contains { $0.micros >= since }
    }

    /// The newest value since a time that is at most 30 min old.
    private func young(_ parameter: Parameter, _ since: Int64) -> Int? {
        guard let newest = seen(parameter).last(where: { $0.value != nil }), newest.micros >= since,
            !isOlder(newest.micros, than: 30)
        else { return nil }
        return newest.value
    }

    private func scores(_ since: Int64) -> Set<String> {
        let base = baseline
        var missing: Set<String> = []
        func require(_ code: String, _ holds: Bool) { if !holds { missing.insert("criterion.\(code)") } }
        let rass = seen(.rass).last { $0.value != nil && $0.micros >= since }?.value ?? 0
        let isAwake = young(.moaas, since).map { $0 >= min(5, base[.moaas] ?? 5) } ?? false
        require("sedation", isAwake && (rass == 0 || rass == base[.rass]))
        require("pain", young(.painNrs, since).map { $0 <= max(3, base[.painNrs] ?? 0) } ?? false)
        let isDistressed = notes.last { $0.note.isDistressed != nil }?.note.isDistressed ?? false
        let isBack = notes.last.map {
            $0.micros >= since && !isOlder($0.micros, than: 30) && $0.note.score <= scoreAtBaseline
        }
        require("dissociation", isBack ?? false && !isDistressed)
        return missing
    }

    /// Dissociation as the patient came.
    private var scoreAtBaseline: Int { notes.last { $0.micros <= start ?? .max }?.note.score ?? 0 }

    /// The answers that count: since the dose and the last setback, young enough, where it matters once the patient is
    /// no longer dissociated.
    private func answered(_ since: Int64) -> [String: Answer] {
        let usual = scoreAtBaseline
        var back: Int64?
        for (note, micros) in notes where micros >= since {
            let isBack = note.score <= usual && note.isDistressed != true
            back = isBack ? back ?? micros : nil
        }
        let answers = dischargeAnswers()
        var counting: [String: Answer] = [:]
        for item in dischargeList {
            guard let given = answers[item.id], given.micros >= since else { continue }
            if let minutes = item.maxAgeMinutes, isOlder(given.micros, than: minutes) { continue }
            if item.isAskedAfterDissociation, given.micros < back ?? .max { continue }
            counting[item.id] = given.answer
        }
        return counting
    }

    private func listGap(_ since: Int64) -> Set<String> {
        let answers = answered(since)
        let isMet = dischargeList.allSatisfy { item in
            answers[item.id].map { item.stopOn == nil || $0 != item.stopOn } ?? false
        }
        return isMet ? [] : ["criterion.list"]
    }

    /// What keeps a patient who is READY TO LEAVE from leaving; who takes them and what they were told come with it.
    func discharging() -> Set<String> {
        guard let since else { return ["dose"] }
        var missing: Set<String> = lines.contains { !$0.isRemoved } ? ["access.removed"] : []
        let answers = answered(since)
        let flagged = screeningAnswers()
        for item in screening {
            guard let needed = item.needsAtDischarge, let given = flagged[item.id],
                [item.stopOn, item.decideOn, item.tellOn].contains(given), answers[needed] != .yes
            else { continue }
            missing.insert("discharge.\(needed)")
        }
        let columns = columns(since: since)
        let newest = columns.lastIndex { $0.times != nil }
        guard let newest, let oldest = columns[newest].times?.min(), !isOlder(oldest, than: 15) else {
            return missing.union(["final.set"])
        }
        if standing.contains(where: { $0.present != .low }) { missing.insert("criterion.alarms") }
        // And whatever was seen since READY TO LEAVE.
        let ready = entries.last { $0.body.kind == "session.readyToLeave" }?.observedSessionMicros ?? .max
        let first = columns.firstIndex { column in
            column.seen.values.contains { $0.micros >= ready }
        }
        return missing.union(outside(columns[min(newest, first ?? newest)...], oldest))
    }

    /// The volume that came out of the pump, added up from step to step, and the volume it was set to.
    func dose() -> (given: Int, programmed: Int)? {
        guard let start = entries.first(where: { $0.body.kind == "infusion.started" }),
            case .infusionStarted(let pump) = start.body
        else { return nil }
        let kinds = ["infusion.paused", "infusion.resumed", "infusion.rateChanged", "infusion.stopped"]
        let steps = entries.filter { kinds.contains($0.body.kind) }
            .sorted { ($0.observedSessionMicros, $0.event.number) < ($1.observedSessionMicros, $1.event.number) }
        var (rate, runs, from) = (pump.rateMicrolitersPerHour, true, start.observedSessionMicros)
        // Microlitres an hour for a second each.
        var sum = 0
        func run(to micros: Int64) {
            if runs { sum += rate * Int((micros - from) / 1_000_000) }
            from = micros
        }
        for step in steps {
            run(to: step.observedSessionMicros)
            if case .infusionRateChanged(let changed) = step.body { rate = changed }
            if step.body.kind == "infusion.resumed" { runs = true }
            if ["infusion.paused", "infusion.stopped"].contains(step.body.kind) { runs = false }
        }
        run(to: now)
        // 1000 nL an hour are 1000/3600 a second; rounded once.
        return (min(pump.volumeNanoliters, (sum * 10 + 18) / 36), pump.volumeNanoliters)
    }
}
