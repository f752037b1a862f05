/// The discharge criteria, as they stand.
extension Session {
    /// Every criterion for READY TO LEAVE, met or not, with the figures behind it.
    package func criteria(at now: Moment) -> [Criterion] {
        guard hasProtocol, doseEndMicros != nil else { return [] }
        return [minimumStay(at: now)] + clinicalCriteria
    }

    func leavingNeeds(at now: Moment) -> [Need] {
        guard hasProtocol else { return finalSetNeeds(at: now) }
        return criteria(at: now).filter { !$0.isMet }.map { .criterion($0) }
    }

    /// Adds `criteria.met` after drafts that make everything but the minimum stay true, for the first time.
    ///
    /// The record says when the patient could have left, even before the minimum stay is over.
    func withCriteria(_ drafts: [Draft], at now: Moment) -> [Draft] {
        let ends = drafts.contains { $0.body.traits.phase == .observing }
        guard awaitsCriteria || ends else { return drafts }
        var after = self
        for draft in drafts {
            after.apply(
                Event(
                    number: after.nextNumber,
                    at: now,
                    observedAtMicros: draft.observedAtMicros,
                    author: .system,
                    body: draft.body
                )
            )
        }
        return after.lacksCriteriaEntry ? drafts + [Draft(.criteriaMet)] : drafts
    }

    /// Whether the patient is observed and no entry says yet that the criteria were met.
    private var awaitsCriteria: Bool {
        hasProtocol && phase == .observing && newest({ $0 == .criteriaMet ? true : nil }) == nil
    }

    /// Whether the criteria are met without an entry that says so: its batch was cut off between the two.
    var lacksCriteriaEntry: Bool { awaitsCriteria && clinicalCriteria.allSatisfy(\.isMet) }

    /// Makes up for an entry that was cut off, at the time of the one that met the criteria.
    func noteCriteria() throws(Refusal) -> [Draft] {
        guard lacksCriteriaEntry else {
            throw .notPossible("The criteria are not met, or an entry says so already", cure: "nothing is to be done")
        }
        return [Draft(.criteriaMet, observedAtMicros: whenCriteriaWereMet)]
    }

    /// When the entry was recorded that met the criteria as they are still met; what came after it made no difference.
    private var whenCriteriaWereMet: Int64? {
        var before = Session(id: id, rules: rules)
        before.stationZone = stationZone
        var met: Int64?
        for event in entries {
            before.apply(event)
            met = before.lacksCriteriaEntry ? met ?? event.at.utcMicros : nil
        }
        return met
    }

    private func minimumStay(at now: Moment) -> Criterion {
        let left = (earliestLeavingMicros ?? .max) - now.sessionMicros
        let minutes = (left + Micros.perMinute - 1) / Micros.perMinute
        return Criterion(
            .time,
            words: "minimum stay over",
            isMet: left <= 0,
            detail: left > 0 ? "\(minutes) min left" : ""
        )
    }

    private var clinicalCriteria: [Criterion] {
        let recovery = recoverySets
        let newest = recovery.last
        return [pressureCriterion(recovery), oxygenCriterion(newest), sedationCriterion(recovery)]
            + [dissociationCriterion, painCriterion(recovery), listCriterion]
    }

    /// The sets observed since the dose ended.
    private var recoverySets: [VitalsSet] {
        guard let end = doseEndMicros else { return [] }
        return vitalsSets.filter { $0.observedSessionMicros >= end }
    }

    /// Two sets at least so far apart, the second not above the first by more than allowed, both under the cap and
    /// each either near baseline or under the ordinary pair.
    private func pressureCriterion(_ recovery: [VitalsSet]) -> Criterion {
        let rules = rules.discharge
        func judged(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(.pressure, words: "BP back, two sets", isMet: isMet, detail: detail)
        }
        let sets = recovery.filter(\.vitals.hasBloodPressure)
        guard let last = sets.last, let systolic = last.vitals.value(.systolicMmHg),
            let diastolic = last.vitals.value(.diastolicMmHg)
        else { return judged(false, "no set since the dose ended") }
        let gap = Int64(rules.setsApartMinutes) * Micros.perMinute
        guard let first = sets.last(where: { last.observedSessionMicros - $0.observedSessionMicros >= gap }),
            let firstSystolic = first.vitals.value(.systolicMmHg),
            let firstDiastolic = first.vitals.value(.diastolicMmHg)
        else { return judged(false, "a second set \(rules.setsApartMinutes) min after the first") }
        guard systolic <= firstSystolic + rules.riseAtMostMmHg, diastolic <= firstDiastolic + rules.riseAtMostMmHg
        else { return judged(false, "rising: \(firstSystolic)/\(firstDiastolic), then \(systolic)/\(diastolic)") }
        for (high, low) in [(firstSystolic, firstDiastolic), (systolic, diastolic)] where !isBack(high, low) {
            return judged(
                false,
                "\(high)/\(low) is neither near baseline nor under \(rules.orSystolicBelow)/\(rules.orDiastolicBelow)"
            )
        }
        return judged(true, "\(firstSystolic)/\(firstDiastolic), \(systolic)/\(diastolic)")
    }

    private func isBack(_ systolic: Int, _ diastolic: Int) -> Bool {
        let rules = rules.discharge
        guard systolic < rules.systolicBelow, diastolic < rules.diastolicBelow else { return false }
        if systolic < rules.orSystolicBelow, diastolic < rules.orDiastolicBelow { return true }
        guard let baseSystolic = baseline?.vitals.value(.systolicMmHg),
            let baseDiastolic = baseline?.vitals.value(.diastolicMmHg)
        else { return false }
        func near(_ value: Int, _ base: Int) -> Bool { abs(value - base) * 100 <= base * rules.withinBaselinePercent }
        return near(systolic, baseSystolic) && near(diastolic, baseDiastolic)
    }

    private func oxygenCriterion(_ newest: VitalsSet?) -> Criterion {
        let limit = min(rules.discharge.spo2AtLeast, baseline?.vitals.value(.spo2Percent) ?? .max)
        let value = newest?.vitals.value(.spo2Percent)
        let onOxygen = (newest?.vitals.value(.oxygenTenthsLiterPerMin) ?? 0) > 0
        return Criterion(
            .oxygen,
            words: "SpO2 \(limit) % or more on room air",
            isMet: (value ?? 0) >= limit && !onOxygen && isOnRoomAir(at: newest),
            detail: value.map { "SpO2 \($0) %" + (onOxygen ? " on O2" : "") } ?? "not measured since the dose ended"
        )
    }

    /// Whether oxygen, where it was given, has been off for the minutes the protocol asks.
    private func isOnRoomAir(at newest: VitalsSet?) -> Bool {
        guard let newest,
            let given = vitalsSets.last(where: { ($0.vitals.value(.oxygenTenthsLiterPerMin) ?? 0) > 0 })
        else { return true }
        let off = vitalsSets.first {
            $0.observedSessionMicros > given.observedSessionMicros && $0.vitals.value(.oxygenTenthsLiterPerMin) == 0
        }
        guard let off else { return false }
        return newest.observedSessionMicros - off.observedSessionMicros
            >= Int64(rules.discharge.roomAirMinutes) * Micros.perMinute
    }

    private func sedationCriterion(_ recovery: [VitalsSet]) -> Criterion {
        let end = doseEndMicros ?? .max
        func scored(_ parameter: Parameter) -> Int? {
            readings(of: parameter, among: recovery).last {
                $0.observedSessionMicros >= end && $0.reading.value != nil
            }?
            .reading.value
        }
        let value = scored(.moaas)
        let limit = min(rules.discharge.moaasAtLeast, baseline?.vitals.value(.moaas) ?? .max)
        let rass = scored(.rass)
        let rassIsBack = rass.map { $0 == 0 || $0 == baseline?.vitals.value(.rass) } ?? true
        return Criterion(
            .sedation,
            words: "MOAA/S \(limit)",
            isMet: (value ?? -1) >= limit && rassIsBack,
            detail: value.map { "MOAA/S \($0)" + (rassIsBack ? "" : ", RASS not back") }
                ?? "not scored since the dose ended"
        )
    }

    private var dissociationCriterion: Criterion {
        let end = doseEndMicros ?? .max
        let baselineScore = newestBeforeDose?.score ?? 0
        let limit = max(rules.discharge.dissociationAtMost, baselineScore)
        let note = latestDissociation.flatMap { $0.entry.observedSessionMicros >= end ? $0.value : nil }
        return Criterion(
            .dissociation,
            words: "dissociation gone, or as at baseline",
            isMet: note.map { $0.score <= limit && !$0.isDistressed } ?? false,
            detail: note.map { "dissociation \($0.score)" + ($0.isDistressed ? ", distressed" : "") }
                ?? "not noted since the dose ended"
        )
    }

    private var newestBeforeDose: Dissociation? {
        let start = doseStartMicros ?? .max
        for entry in sparseEntries.reversed() where entry.observedSessionMicros <= start {
            if case .dissociationRecorded(let value) = entry.body { return value }
        }
        return nil
    }

    private func painCriterion(_ recovery: [VitalsSet]) -> Criterion {
        let value = recovery.last { $0.vitals.value(.painNrs) != nil }?.vitals.value(.painNrs)
        let limit = max(rules.discharge.painAtMost, baseline?.vitals.value(.painNrs) ?? 0)
        return Criterion(
            .pain,
            words: "pain \(limit) or less",
            isMet: value.map { $0 <= limit } ?? true,
            detail: value.map { "pain \($0)" } ?? ""
        )
    }

    private var listCriterion: Criterion {
        let answers = dischargeAnswers
        let open = rules.dischargeList.filter { answers[$0.id] == nil }
        let failed = rules.dischargeList.first { item in
            item.stopOn != nil && answers[item.id]?.answer == item.stopOn
        }
        return Criterion(
            .list,
            words: "discharge list answered",
            isMet: open.isEmpty && failed == nil,
            detail: failed.map { "not yet: \($0.text)" } ?? (open.isEmpty ? "" : "\(open.count) open")
        )
    }
}
