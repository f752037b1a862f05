extension Session {
    /// Decides what a command records, or says why not; `WardRules` is the door to it.
    ///
    /// All rules of one session stand here. Permissions pass their gates or are refused with everything that is missing; facts are
    /// never refused for the state of the checklist, only where they cannot be true. Supporting events come first, so
    /// that every prefix of the answer folds to a legal state.
    func decide(_ command: Command, by author: Author, at now: Moment) throws(Refusal) -> [Event] {
        let drafts = withCriteria(try drafts(of: command, by: author, at: now, bypassing: nil), at: now)
        let events = drafts.enumerated().map { offset, draft in
            Event(
                number: nextNumber + offset,
                at: now,
                observedAtMicros: draft.observedAtMicros,
                author: author,
                source: author == .system ? .system : .manual,
                body: draft.body
            )
        }
        try checkTimeline(with: events, at: now)
        return events
    }

    /// Decides the first event of a new session.
    ///
    /// Gates come later: whoever is missing an escort or an answer may still be checked in.
    static func decideOpening(
        _ opening: Opening,
        id: String,
        rules: InfusionProtocol,
        by author: Author,
        at now: Moment
    ) throws(Refusal) -> [Event] {
        let zone = opening.zone?.offsets ?? .utc
        let problems = problems(of: opening.patient, rules: rules, today: zone.local(now.utcMicros).date)
        guard problems.isEmpty else { throw .outOfRange(problems) }
        try checkWeight(of: opening.patient, before: nil, answered: opening.asked, rules)
        return [Event(number: 0, at: now, author: author, body: .sessionOpened(opening))]
    }

    /// Asks about an unusual weight, and about one that is far from what stood before.
    ///
    /// `answered` are the questions that were answered with this very entry: a yes of then is none about today's slip.
    static func checkWeight(
        of patient: Patient,
        before: Patient?,
        answered: [String],
        _ rules: InfusionProtocol
    ) throws(Refusal) {
        let grams = patient.weightGrams
        let check = VitalsCheck.checkWeight(grams: grams, rule: rules.weight, lastGrams: before?.weightGrams)
        let open = check.questions.filter { !answered.contains($0) }
        guard open.isEmpty else { throw .unusual(open) }
    }

    /// The drafts of a command; `bypassing` carries the reason when a refused permission has already happened.
    func drafts(
        of command: Command,
        by author: Author,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        try refuseIfEnded(command)
        switch command {
        case .confirmIdentity(let identifiers): return try confirmIdentity(identifiers)
        case .answerScreening(let answers): return try answerScreening(answers)
        case .placeOrder(let order, let confirmed): return try place(order, confirmedUnusual: confirmed)
        case .confirmTimeout(let name, let code, let concentration):
            return try confirmTimeout(secondName: name, code: code, concentration)
        case .placeAccess(let site, let gauge): return try placeAccess(site: site, gauge: gauge)
        case .checkAccess(let isPatent, let text, let named):
            return [Draft(.accessChecked(isPatent: isPatent, text: text, line: try line(named)))]
        case .loseAccess(let text, let named, let isInfiltrated):
            return [Draft(.accessLost(text: text, line: try line(named), isInfiltrated: isInfiltrated))]
        case .removeAccess(let isClean, let text, let named):
            return [Draft(.accessRemoved(siteIsClean: isClean, text: text, line: try line(named)))]
        case .declareReady: return try declareReady(at: now, bypassing: bypassing)
        case .reopenScreening(let text): return try reopenScreening(text)
        case .start(let pump, _, let observed, let confirmed):
            let drafts = try start(pump, observedAtMicros: observed, at: now, bypassing: bypassing)
            let questions = confirmed || bypassing != nil ? [] : startQuestions(pump)
            guard questions.isEmpty else { throw .unusual(questions) }
            return drafts
        case .pause(let reason, let observed): return try pause(reason, observedAtMicros: observed, at: now)
        case .resume(let reason, let decision, let observed):
            return try resume(
                reason,
                decision: decision,
                observedAtMicros: observed,
                at: now,
                bypassing: bypassing
            )
        case .changeRate(let rate, let observed, let confirmed):
            let change = RateChange(
                rateMicrolitersPerHour: rate,
                observedAtMicros: observed,
                confirmedUnusual: confirmed
            )
            return try changeRate(change, at: now, bypassing: bypassing)
        case .readVolume(let volume, let runs): return try readVolume(volume, stillInfuses: runs)
        case .stop(let reason, let observed): return try stop(reason, observedAtMicros: observed, at: now)
        case .recordVitals(let vitals, let observed): return try record(vitals, observedAtMicros: observed, at: now)
        case .recordVitalsNotDone(let reason): return [Draft(.vitalsNotDone(reason))]
        case .recordDissociation(let value, let observed):
            return try record(value, observedAtMicros: observed, at: now)
        case .recordNote(let text, let observed): return try note(text, observedAtMicros: observed, at: now)
        case .drawDrug(let container, _, _): return try draw(container)
        case .wasteDrug(let waste): return try self.waste(waste)
        case .returnDrug(let name, let volume): return try returnDrug(name, volumeNanoliters: volume)
        case .answerDischarge(let answers): return try answerDischarge(answers, at: now)
        case .markReadyToLeave: return try markReadyToLeave(at: now, bypassing: bypassing)
        case .worsen(let text): return try worsen(text)
        case .discharge(let departure): return try discharge(departure, at: now, bypassing: bypassing)
        case .comeBack(let text): return try comeBack(text)
        case .close: return try close(by: author, at: now, bypassing: bypassing)
        case .cancel(let reason): return try cancel(reason)
        case .move(let chair): return [Draft(.sessionMoved(chair: chair))]
        case .amend(let target, let replacement, let reason, let takenBack):
            return try amend(target, replacement, reason, takingBack: takenBack, at: now)
        case .void(let target, let reason, let witness):
            return try void(target, reason, witness: witness, at: now, bypassing: bypassing)
        case .explainDrug(let explanation): return try explain(explanation)
        case .grantOverride(let override): return try grant(override, by: author)
        case .alreadyHappened(let inner, let reason, let observed):
            return try alreadyHappened(inner, reason: reason, observedAtMicros: observed, by: author, at: now)
        case .noteStationOff(let from, let to):
            return [Draft(.stationWasOff(fromUTCMicros: from, toUTCMicros: to))]
        case .noteCriteria: return try noteCriteria()
        }
    }

    /// What was refused and happened all the same; its events carry the time it was done at, the deviation does not.
    private func alreadyHappened(
        _ inner: Command,
        reason: Reason,
        observedAtMicros: Int64?,
        by author: Author,
        at now: Moment
    ) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        if case .close = inner {
            throw .notPossible("A signature cannot have happened elsewhere", cure: "account for the drug, then sign")
        }
        let dated = observedAtMicros.map(inner.dated) ?? inner
        return try drafts(of: dated, by: author, at: now, bypassing: reason).map { draft in
            if case .deviationRecorded = draft.body { return draft }
            return Draft(draft.body, observedAtMicros: observedAtMicros ?? draft.observedAtMicros)
        }
    }

    /// Refuses everything once the session is closed, and treatment once the patient has gone.
    private func refuseIfEnded(_ command: Command) throws(Refusal) {
        guard phase != .closed else {
            throw .wrongState(
                action: "record",
                phase: phase,
                cure: "the record is signed and closed; later facts belong to an addendum"
            )
        }
    }

    /// Passes a gate: nothing missing, or a deviation that says why it happened all the same.
    ///
    /// The deviation stands before the event it excuses.
    func gate(
        _ permission: Permission,
        at now: Moment,
        also more: [Need] = [],
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        try pass(permission, lacking: needs(for: permission, at: now) + more, bypassing: bypassing)
    }

    func pass(_ permission: Permission, lacking missing: [Need], bypassing: Reason?) throws(Refusal) -> [Draft] {
        if missing.isEmpty { return [] }
        guard let bypassing else { throw .missing(permission, missing) }
        let deviation = Deviation(kind: permission.kind, requirements: missing.map(\.code), reason: bypassing)
        return [Draft(.deviationRecorded(deviation))]
    }

    func wrongState(_ action: String, _ cure: String, way: Refusal.Way? = nil) -> Refusal {
        .wrongState(action: action, phase: phase, cure: cure, way: way)
    }
}
