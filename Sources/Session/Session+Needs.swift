/// The gates: everything that is missing for a permission, in the order a nurse would do it.
extension Session {
    /// What is missing for a permission now; empty when it can be given.
    ///
    /// What only the command itself tells, such as the pump's figures, is added when it is decided.
    package func needs(for permission: Permission, at now: Moment) -> [Need] {
        let needs: [Need] =
            switch permission {
            case .order, .raiseRate: []
            case .ready: readyNeeds(at: now)
            case .start: startNeeds(at: now)
            case .resume: resumeNeeds(at: now)
            case .readyToLeave: leavingNeeds(at: now)
            case .discharge: dischargeNeeds(at: now)
            case .close: closeNeeds
            }
        return protocolNeeds(permission) + needs
    }

    /// A gate without its protocol judges nothing: a named prescriber decides, beside what needs no limits.
    ///
    /// A decision covers what its prescriber could see: this gate, in this phase; of an order the next one.
    func protocolNeeds(_ permission: Permission) -> [Need] {
        guard !hasProtocol else { return [] }
        let since: Int?
        switch permission {
        // Balance and signature need no protocol: the drug is accounted for by what was drawn. A rate is held to the order.
        case .close, .raiseRate: return []
        case .order: since = newest { if case .orderPlaced = $0 { true } else { nil } }?.entry.event.number
        case .ready, .start, .resume, .readyToLeave, .discharge: since = transitionNumbers.last
        }
        let need = Need.protocolFile(permission)
        return isOverridden(need.code, since: since ?? -1) ? [] : [need]
    }

    /// Screening clear or decided by the prescriber, order placed, baseline recorded.
    private func readyNeeds(at now: Moment) -> [Need] {
        var missing: [Need] = isIdentified ? [] : [.identity]
        missing += screeningNeeds(at: now)
        if let order {
            if let patient, order.weightGrams != patient.weightGrams { missing.append(.orderForWeight) }
        } else {
            missing.append(.order)
        }
        return missing + baselineNeeds
    }

    private func screeningNeeds(at now: Moment) -> [Need] {
        var missing: [Need] = []
        let answers = screeningAnswered
        let open = rules.screening.count { answers[$0.id] == nil }
        if open > 0 { missing.append(.screening(open: open, of: rules.screening.count)) }
        for item in rules.screening {
            guard let given = answers[item.id] else { continue }
            let consequence = consequence(of: given.answer.answer, to: item, among: answers.mapValues(\.answer.answer))
            guard consequence == .stop || consequence == .decide else { continue }
            let need = Need.screeningItem(item, isStop: consequence == .stop)
            if !isOverridden(need.code, since: given.number) { missing.append(need) }
        }
        return missing + patientNeeds(at: now)
    }

    private func patientNeeds(at now: Moment) -> [Need] {
        guard let patient else { return [] }
        var missing: [Need] = []
        let today = zone.local(now.utcMicros).date
        if patient.birthDate.years(until: today) < rules.gates.adultAgeYears {
            missing.append(.adultAge(years: rules.gates.adultAgeYears))
        }
        if patient.escort == .none { missing.append(.escort) }
        let opening = amendedBy[0] ?? 0
        return missing.filter { !isOverridden($0.code, since: opening) }
    }

    private var baselineNeeds: [Need] {
        guard let baseline else { return [.baseline] }
        // Which values it has, and between what, is the protocol's to say.
        guard hasProtocol else { return [] }
        let absent = rules.baseline.required.filter { baseline.vitals[$0] == nil }
        let missing: [Need] = absent.isEmpty ? [] : [.baselineValues(absent)]
        let stops = outside(rules.baseline.stop, baseline, isStop: true)
        let holds = outside(rules.baseline.hold, baseline, isStop: false).filter { !stops.keys.contains($0.key) }
        let outside = Parameter.allCases.compactMap { stops[$0] } + Parameter.allCases.compactMap { holds[$0] }
        return missing + outside + (outside.isEmpty ? cautionNeeds(baseline) : [])
    }

    /// The baseline's values outside their ranges that no prescriber has decided on.
    private func outside(
        _ table: [Parameter: ClosedRange<Int>],
        _ baseline: VitalsSet,
        isStop: Bool
    ) -> [Parameter: Need] {
        var needs: [Parameter: Need] = [:]
        for (parameter, range) in table {
            guard let value = baseline.vitals.value(parameter), !range.contains(value) else { continue }
            let need = Need.baselineOutside(parameter, value: value, isStop: isStop)
            if !isOverridden(need.code, since: baseline.number) { needs[parameter] = need }
        }
        return needs
    }

    /// Above the caution pressure: measured twice, and if still high the prescriber decides.
    private func cautionNeeds(_ baseline: VitalsSet) -> [Need] {
        guard let systolic = baseline.vitals.value(.systolicMmHg),
            let diastolic = baseline.vitals.value(.diastolicMmHg),
            systolic > rules.baseline.cautionSystolicAbove || diastolic > rules.baseline.cautionDiastolicAbove
        else { return [] }
        let sets = vitalsSets.filter {
            $0.vitals.hasBloodPressure && $0.observedSessionMicros <= baseline.observedSessionMicros
        }
        let gap = Int64(rules.baseline.repeatAfterMinutes) * Micros.perMinute
        let newest = sets.last?.observedSessionMicros ?? 0
        guard sets.contains(where: { newest - $0.observedSessionMicros >= gap }) else {
            return [
                .baselineRepeat(
                    systolicMmHg: systolic,
                    diastolicMmHg: diastolic,
                    afterMinutes: rules.baseline.repeatAfterMinutes
                )
            ]
        }
        let need = Need.baselineCaution(systolicMmHg: systolic, diastolicMmHg: diastolic)
        return isOverridden(need.code, since: baseline.number) ? [] : [need]
    }

    /// Chair, container logged, access, baseline and time-out recent; the pump's figures are compared at the start.
    private func startNeeds(at now: Moment) -> [Need] {
        var missing = readyNeeds(at: now)
        if missing.isEmpty, phase == .screening { missing.append(.ready) }
        if chair == nil { missing.append(.chair) }
        if !hasAccess { missing.append(.access) }
        let containers = containers
        if containers.isEmpty {
            missing.append(.drugDrawn)
        } else if containers.allSatisfy({ $0.dilutionProblem != nil }) {
            missing.append(.drugMixed)
        }
        if let baseline, isOlder(baseline.observedSessionMicros, than: rules.gates.baselineMaxAgeMinutes, at: now) {
            missing.append(.recentBaseline(minutes: rules.gates.baselineMaxAgeMinutes))
        }
        if let timeout = newest({ if case .timeoutConfirmed = $0 { true } else { nil } }) {
            if isOlder(timeout.entry.observedSessionMicros, than: rules.gates.timeoutMaxAgeMinutes, at: now) {
                missing.append(.recentTimeout(minutes: rules.gates.timeoutMaxAgeMinutes))
            }
        } else {
            missing.append(.timeout)
        }
        return missing
    }

    private func resumeNeeds(at now: Moment) -> [Need] {
        var missing: [Need] = []
        if let since = pausedSinceMicros, isOlder(since, than: rules.gates.pauseDecisionAfterMinutes, at: now) {
            missing.append(.pauseDecision(minutes: rules.gates.pauseDecisionAfterMinutes))
        }
        if !hasAccess { missing.append(.accessChecked) }
        return missing
    }

    private func dischargeNeeds(at now: Moment) -> [Need] {
        var missing: [Need] = hasAccess ? [.accessRemoved] : []
        missing += finalSetNeeds(at: now)
        let screening = screeningAnswered
        let discharge = dischargeAnswers
        for item in rules.screening {
            guard let needed = item.needsAtDischarge, let given = screening[item.id]?.answer,
                item.consequence(of: given.answer) != .none, discharge[needed]?.answer != .yes
            else { continue }
            let text = rules.dischargeList.first { $0.id == needed }?.text ?? needed
            missing.append(.dischargeItem(id: needed, text: text))
        }
        return missing
    }

    /// A set that shows the patient as they are now.
    func finalSetNeeds(at now: Moment) -> [Need] {
        let minutes = rules.gates.finalSetMaxAgeMinutes
        let newest = vitalsSets.last { $0.vitals.hasBloodPressure }
        let isMissing = newest.map { isOlder($0.observedSessionMicros, than: minutes, at: now) } ?? true
        return isMissing ? [.finalSet(minutes: minutes)] : []
    }

    private var closeNeeds: [Need] {
        balances.compactMap { balance in
            let need = Need.balance(
                container: balance.container.name,
                differenceMicrograms: balance.differenceMicrograms
            )
            return balance.isBalanced || isOverridden(need.code, since: -1) ? nil : need
        }
    }

    /// Whether two identifiers of the patient have been matched.
    package var isIdentified: Bool { newest { if case .identityConfirmed = $0 { true } else { nil } } != nil }

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
