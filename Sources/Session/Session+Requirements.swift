/// The gates: everything that is missing for a permission, in the order a nurse would do it.
extension Session {
    package func requirements(for permission: Permission, at now: Moment) -> [Requirement] {
        switch permission {
        case .ready: readyRequirements(at: now)
        case .start: startRequirements(at: now)
        case .resume: resumeRequirements(at: now)
        case .raiseRate: []
        case .readyToLeave: leavingRequirements(at: now)
        case .discharge: dischargeRequirements(at: now)
        case .close: closeRequirements
        }
    }

    /// Screening clear or decided by the prescriber, order placed, baseline recorded.
    private func readyRequirements(at now: Moment) -> [Requirement] {
        var missing: [Requirement] = []
        let identified = newest { if case .identityConfirmed = $0 { true } else { nil } } != nil
        if !identified { missing.append(Requirement("identity", "two identifiers matched", key: "k")) }
        missing += screeningRequirements(at: now)
        if let order {
            if let patient, order.weightGrams != patient.weightGrams {
                missing.append(
                    Requirement("order.weight", "an order for today's weight", key: "o", canBeOverridden: true)
                )
            }
        } else {
            missing.append(Requirement("order", "the prescriber's order", key: "o"))
        }
        return missing + baselineRequirements
    }

    /// `k` is the list of the present state: the screening, and once READY the time-out; the rest lies behind `s`.
    private var screeningKey: Character { phase == .ready ? "s" : "k" }

    private func screeningRequirements(at now: Moment) -> [Requirement] {
        var missing: [Requirement] = []
        let answers = screeningAnswered
        let open = rules.screening.filter { answers[$0.id] == nil }
        if !open.isEmpty {
            missing.append(
                Requirement(
                    "screening.complete",
                    "screening: \(open.count) of \(rules.screening.count) open",
                    key: screeningKey
                )
            )
        }
        for item in rules.screening {
            guard let given = answers[item.id], given.answer.answer == item.stopOn || given.answer.answer == item.flagOn
            else { continue }
            let code = "screening.\(item.id)"
            if !isOverridden(code, since: given.number) {
                let what = given.answer.answer == item.stopOn ? "hard stop" : "prescriber to decide"
                missing.append(Requirement(code, "\(what): \(item.text)", key: screeningKey, canBeOverridden: true))
            }
        }
        if let patient {
            let today = ZoneOffsets.utc.local(now.utcMicros).date
            let openingNumber = amendedBy[0] ?? 0
            if patient.birthDate.years(until: today) < rules.gates.adultAgeYears,
                !isOverridden("age", since: openingNumber)
            {
                missing.append(
                    Requirement("age", "age \(rules.gates.adultAgeYears) or over", canBeOverridden: true)
                )
            }
            if patient.escort == .none, !isOverridden("escort", since: openingNumber) {
                missing.append(
                    Requirement("escort", "an escort or approved transport home", key: "x", canBeOverridden: true)
                )
            }
        }
        return missing
    }

    private var baselineRequirements: [Requirement] {
        guard let baseline else { return [Requirement("baseline", "baseline vitals", key: "v")] }
        var missing: [Requirement] = []
        let absent = rules.baseline.required.filter { baseline.vitals[$0] == nil }
        if !absent.isEmpty {
            let words = absent.map(\.label).joined(separator: ", ")
            missing.append(Requirement("baseline", "baseline without \(words)", key: "v"))
        }
        func outside(_ table: [Parameter: ClosedRange<Int>], _ prefix: String, _ words: String) -> [Requirement] {
            Parameter.allCases.compactMap { parameter in
                guard let range = table[parameter], let value = baseline.vitals.value(parameter),
                    !range.contains(value)
                else { return nil }
                let code = "\(prefix).\(parameter.rawValue)"
                guard !isOverridden(code, since: baseline.number) else { return nil }
                return Requirement(
                    code,
                    "\(words): baseline \(parameter.label) \(parameter.text(value))",
                    key: "v",
                    canBeOverridden: true
                )
            }
        }
        let stops = outside(rules.baseline.stop, "baseline.stop", "hard stop")
        let stopped = Set(stops.compactMap { $0.code.split(separator: ".").last.map(String.init) })
        let holds = outside(rules.baseline.hold, "baseline.hold", "prescriber to decide")
            .filter { !stopped.contains($0.code.split(separator: ".").last.map(String.init) ?? "") }
        return missing + stops + holds + cautionRequirements(baseline, besides: stops + holds)
    }

    /// Above the caution pressure: measured twice, and if still high the prescriber decides.
    private func cautionRequirements(_ baseline: VitalsSet, besides others: [Requirement]) -> [Requirement] {
        guard others.isEmpty, let systolic = baseline.vitals.value(.systolicMmHg),
            let diastolic = baseline.vitals.value(.diastolicMmHg),
            systolic > rules.baseline.cautionSystolicAbove || diastolic > rules.baseline.cautionDiastolicAbove
        else { return [] }
        let pressure = "baseline BP \(systolic)/\(diastolic)"
        let sets = vitalsSets.filter {
            $0.vitals.hasBloodPressure && $0.observedSessionMicros <= baseline.observedSessionMicros
        }
        let gap = Int64(rules.baseline.repeatAfterMinutes) * Micros.perMinute
        let newest = sets.last?.observedSessionMicros ?? 0
        guard sets.contains(where: { newest - $0.observedSessionMicros >= gap }) else {
            let minutes = rules.baseline.repeatAfterMinutes
            return [Requirement("baseline.repeat", "\(pressure): repeat \(minutes) min after the first", key: "v")]
        }
        guard !isOverridden("baseline.caution", since: baseline.number) else { return [] }
        return [
            Requirement("baseline.caution", "prescriber to decide: \(pressure)", key: "v", canBeOverridden: true)
        ]
    }

    /// Chair, container logged, access, baseline and time-out recent; the pump's figures are compared at the start.
    private func startRequirements(at now: Moment) -> [Requirement] {
        var missing = readyRequirements(at: now)
        if missing.isEmpty, phase == .screening {
            missing.append(Requirement("ready", "the session declared READY", key: "s"))
        }
        if chair == nil { missing.append(Requirement("chair", "a chair", key: "s")) }
        if !hasAccess { missing.append(Requirement("access", "IV access placed", key: "i")) }
        if containers.isEmpty { missing.append(Requirement("container.logged", "the drug drawn and logged", key: "D")) }
        if !containers.isEmpty, containers.allSatisfy({ $0.dilutionProblem != nil }) {
            missing.append(Requirement("container.mixed", "a container mixed as its label says", key: "D"))
        }
        if let baseline, isOlder(baseline.observedSessionMicros, than: rules.gates.baselineMaxAgeMinutes, at: now) {
            missing.append(
                Requirement(
                    "baseline.recent",
                    "baseline \(rules.gates.baselineMaxAgeMinutes) min old or newer",
                    key: "v",
                    canBeOverridden: false
                )
            )
        }
        let timeout = newest { if case .timeoutConfirmed = $0 { true } else { nil } }
        if let timeout {
            if isOlder(timeout.entry.observedSessionMicros, than: rules.gates.timeoutMaxAgeMinutes, at: now) {
                missing.append(
                    Requirement(
                        "timeout.recent",
                        "a time-out \(rules.gates.timeoutMaxAgeMinutes) min old or newer",
                        key: "k"
                    )
                )
            }
        } else {
            missing.append(Requirement("timeout", "the time-out with a second name", key: "k"))
        }
        return missing
    }

    private func resumeRequirements(at now: Moment) -> [Requirement] {
        var missing: [Requirement] = []
        if let since = pausedSinceMicros, isOlder(since, than: rules.gates.pauseDecisionAfterMinutes, at: now) {
            missing.append(
                Requirement(
                    "pause.decision",
                    "the prescriber's decision: paused over \(rules.gates.pauseDecisionAfterMinutes) min",
                    canBeOverridden: false
                )
            )
        }
        if !hasAccess { missing.append(Requirement("access", "IV access placed and checked", key: "i")) }
        return missing
    }

    private func dischargeRequirements(at now: Moment) -> [Requirement] {
        var missing: [Requirement] = []
        if hasAccess { missing.append(Requirement("access.removed", "the IV out and its site checked", key: "i")) }
        let newest = vitalsSets.last { $0.vitals.hasBloodPressure }
        if newest.map({ isOlder($0.observedSessionMicros, than: rules.gates.finalSetMaxAgeMinutes, at: now) }) ?? true {
            missing.append(
                Requirement(
                    "final.set",
                    "a final set \(rules.gates.finalSetMaxAgeMinutes) min old or newer",
                    key: "v"
                )
            )
        }
        let screening = screeningAnswered
        let discharge = dischargeAnswers
        for item in rules.screening {
            guard let needed = item.needsAtDischarge, let given = screening[item.id]?.answer,
                given.answer == item.flagOn || given.answer == item.stopOn
            else { continue }
            if discharge[needed]?.answer != .yes {
                let words = rules.dischargeList.first { $0.id == needed }?.text ?? needed
                missing.append(Requirement("discharge.\(needed)", words, key: "k"))
            }
        }
        return missing
    }

    private var closeRequirements: [Requirement] {
        balances.compactMap { balance in
            let code = "balance.\(balance.container.name)"
            guard !balance.isBalanced, !isOverridden(code, since: -1) else { return nil }
            let difference = DoseArithmetic.milligrams(balance.differenceMicrograms)
            return Requirement(
                code,
                "container \(balance.container.name): \(difference) not accounted for",
                key: "D",
                canBeOverridden: true
            )
        }
    }

    /// Whether the newest word on the IV is that it lies.
    package var hasAccess: Bool {
        for number in sparseNumbers.reversed() {
            let entry = entry(number)
            guard !entry.isVoided else { continue }
            if case .accessPlaced = entry.body { return true }
            if case .accessLost = entry.body { return false }
            if case .accessRemoved = entry.body { return false }
            if case .accessChecked(let isPatent, _) = entry.body, !isPatent { return false }
        }
        return false
    }

    private func isOlder(_ micros: Int64, than minutes: Int, at now: Moment) -> Bool {
        now.sessionMicros - micros > Int64(minutes) * Micros.perMinute
    }
}
