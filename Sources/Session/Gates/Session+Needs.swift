/// The gates: everything that is missing for a permission, in the order a nurse would do it.
extension Session {
    /// What is missing for a permission now; empty when it can be given.
    ///
    /// What only the command itself tells, such as the pump's figures, is added when it is decided.
    ///
    /// - Parameters:
    ///   - alarms: those that stand, where they are known already.
    ///   - pauseReason: why it was paused, where it is said only now.
    package func needs(
        for permission: Permission,
        at now: Moment,
        alarms: [AlarmEpisode]? = nil,
        pauseReason: Reason? = nil
    ) -> [Need] {
        let needs: [Need] =
            switch permission {
            case .order: []
            case .raiseRate: dangerNeeds(at: now, alarms) + infiltrationNeeds(at: now)
            case .ready: readyNeeds(at: now)
            case .start: startNeeds(at: now)
            case .resume: resumeNeeds(at: now, alarms, pauseReason)
            case .readyToLeave: leavingNeeds(at: now, alarms) + infiltrationNeeds(at: now)
            case .discharge: dischargeNeeds(at: now, alarms)
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
        case .order: since = newest(.order) { if case .orderPlaced = $0 { true } else { nil } }?.entry.event.number
        case .ready, .start, .resume, .readyToLeave, .discharge: since = counted(history.topics.transitions).last
        }
        let need = Need.protocolFile(permission)
        return isOverridden(need, since: since ?? -1) ? [] : [need]
    }

    /// Screening clear or decided by the prescriber, order placed, baseline recorded.
    private func readyNeeds(at now: Moment) -> [Need] {
        var missing: [Need] = isIdentified ? [] : [.identity]
        missing += screeningNeeds(at: now)
        if order == nil { missing.append(.order) }
        if let difference = weightDifference { missing.append(.orderForWeight(difference)) }
        return missing + baselineNeeds
    }

    private func screeningNeeds(at now: Moment) -> [Need] {
        // What would harm at once stands first.
        var missing = patient.map(allergyNeeds) ?? []
        let answers = screeningAnswered
        let open = rules.screening.count { answers[$0.id] == nil }
        if open > 0 { missing.append(.screening(open: open, of: rules.screening.count)) }
        for item in rules.screening {
            guard let given = answers[item.id] else { continue }
            let consequence = consequence(of: given.answer.answer, to: item, among: answers.mapValues(\.answer.answer))
            guard consequence == .stop || consequence == .decide else { continue }
            let need = Need.screeningItem(item, isStop: consequence == .stop)
            if !isOverridden(need, since: given.number) { missing.append(need) }
        }
        return missing + patientNeeds(at: now)
    }

    /// The drug that is ordered, or planned, where the patient's allergies name it.
    private func allergyNeeds(_ patient: Patient) -> [Need] {
        let drug = order?.drug ?? rules.dose.drug
        func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
        let isPlanned = plain(drug) == plain(rules.dose.drug)
        let words = ([drug] + (isPlanned ? rules.dose.allergyWords : [])).map(plain).filter { !$0.isEmpty }
        let typed = plain(patient.allergies)
        guard words.contains(where: typed.contains) else { return [] }
        let need = Need.allergy(drug: drug)
        return isOverridden(need, since: newestChange(of: 0)) ? [] : [need]
    }

    private func patientNeeds(at now: Moment) -> [Need] {
        guard let patient else { return [] }
        var missing: [Need] = []
        let today = zone.local(now.utcMicros).date
        if patient.birthDate.years(until: today) < rules.gates.adultAgeYears {
            missing.append(.adultAge(years: rules.gates.adultAgeYears))
        }
        if patient.escort == .none { missing.append(.escort) }
        let opening = newestChange(of: 0)
        return missing.filter { !isOverridden($0, since: opening) }
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
        return missing + baselineAgeNeeds(at: now) + timeoutNeeds(at: now) + infiltrationNeeds(at: now)
    }

    /// Both pairs of eyes saw what will run: the time-out stands after the newest order, container and patient's details.
    private func timeoutNeeds(at now: Moment) -> [Need] {
        guard let timeout = newest(.timeout, { if case .timeoutConfirmed = $0 { true } else { nil } }) else {
            return [.timeout]
        }
        if let changed = changedSince(timeout.entry.event.number) { return [.timeoutAnew(changed)] }
        guard isOlder(timeout.entry.observedSessionMicros, than: rules.gates.timeoutMaxAgeMinutes, at: now) else {
            return []
        }
        return [.recentTimeout(minutes: rules.gates.timeoutMaxAgeMinutes)]
    }

    /// What of the infusion was changed after an entry; what a void took away was there at the time-out too.
    private func changedSince(_ number: Int) -> TimeoutSubject? {
        func isChanged(_ topic: EventTopic) -> Bool {
            let newest = newestOwn(topic) ?? -1
            return newest > number || counted(history.topics.voids(of: topic)).last ?? -1 > number
        }
        if isChanged(.order) { return .order }
        if isChanged(.container) { return .container }
        guard let then = patient(asOf: number), let patient, then.isTreated(otherwiseThan: patient) else { return nil }
        return .patient
    }

    /// The patient's details as they stood after an entry.
    private func patient(asOf number: Int) -> Patient? {
        openings.last { $0.number <= number }?.opening.patient
    }

    private func resumeNeeds(at now: Moment, _ alarms: [AlarmEpisode]?, _ reason: Reason?) -> [Need] {
        var missing: [Need] = []
        if let since = pausedSinceMicros, isOlder(since, than: rules.gates.pauseDecisionAfterMinutes, at: now) {
            missing.append(.pauseDecision(minutes: rules.gates.pauseDecisionAfterMinutes))
        }
        if !hasAccess { missing.append(.accessChecked) }
        return missing + dangerNeeds(at: now, alarms) + remeasureNeeds(at: now, reason) + infiltrationNeeds(at: now)
    }

    private func dischargeNeeds(at now: Moment, _ alarms: [AlarmEpisode]?) -> [Need] {
        var missing: [Need] = linesInArm.map { .accessRemoved(site: $0.site) }
        missing += finalSetNeeds(at: now, alarms)
        let screening = screeningAnswered
        let discharge = dischargeAnswers(at: now)
        for item in rules.screening {
            guard let needed = item.needsAtDischarge, let given = screening[item.id]?.answer,
                item.consequence(of: given.answer) != .none, discharge[needed]?.answer != .yes
            else { continue }
            let text = rules.dischargeList.first { $0.id == needed }?.text ?? needed
            let need = Need.dischargeItem(id: needed, text: text)
            if !missing.contains(need) { missing.append(need) }
        }
        return missing
    }

    private var closeNeeds: [Need] {
        balances.compactMap { balance in
            let need = Need.balance(
                container: balance.name,
                differenceMicrograms: balance.differenceMicrograms
            )
            return balance.isBalanced || isOverridden(need, since: newestDrugChange) ? nil : need
        }
    }

    /// The newest entry that says something of where drug went: a discrepancy was signed for what stood then.
    private var newestDrugChange: Int {
        let numbers = [counted(history.topics.drug).last, counted(history.topics.drugVoids).last]
        return numbers.compactMap(\.self).max() ?? -1
    }

    /// Whether two identifiers of the patient have been matched.
    package var isIdentified: Bool {
        newest(.identity) { if case .identityConfirmed = $0 { true } else { nil } } != nil
    }

    private func isOlder(_ micros: Int64, than minutes: Int, at now: Moment) -> Bool {
        now.sessionMicros - micros > Int64(minutes) * Micros.perMinute
    }
}
