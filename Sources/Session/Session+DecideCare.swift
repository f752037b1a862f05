/// Decisions about what was seen, drawn and left.
extension Session {
    func record(_ vitals: Vitals, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        guard !vitals.readings.isEmpty else {
            throw .notPossible("Nothing was measured", cure: "type such as 142/88 84 97")
        }
        let observed = now.sessionMicros(ofUTC: observedAtMicros ?? now.utcMicros)
        let check = VitalsCheck.check(
            vitals,
            against: rules,
            baseline: doseStartMicros == nil ? nil : baseline?.vitals,
            previous: previousSet(before: observed),
            raisesAlarms: doseStartMicros != nil
        )
        guard check.problems.isEmpty else { throw .outOfRange(check.problems) }
        guard vitals.confirmedUnusual || check.questions.isEmpty else { throw .unusual(check.questions) }
        return withCriteria([Draft(.vitalsRecorded(vitals), observedAtMicros: observedAtMicros)], at: now)
    }

    /// The newest set before a time, with its age there; the check itself knows how old it may be.
    private func previousSet(before observed: Int64) -> (vitals: Vitals, ageMicros: Int64)? {
        guard let set = vitalsSets.last(where: { $0.observedSessionMicros <= observed }) else { return nil }
        return (set.vitals, observed - set.observedSessionMicros)
    }

    func record(_ value: Dissociation, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        var problems: [FieldProblem] = []
        if !(0...4).contains(value.score) {
            problems.append(FieldProblem(field: "dissociation", sentence: "dissociation is 0 to 4"))
        }
        if let moaas = value.moaas, !(0...5).contains(moaas) {
            problems.append(FieldProblem(field: "moaas", sentence: "MOAA/S is 0 to 5"))
        }
        if let rass = value.rass, !(-5...4).contains(rass) {
            problems.append(FieldProblem(field: "rass", sentence: "RASS is -5 to +4"))
        }
        guard problems.isEmpty else { throw .outOfRange(problems) }
        return withCriteria([Draft(.dissociationRecorded(value), observedAtMicros: observedAtMicros)], at: now)
    }

    func note(_ text: String, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        guard !text.allSatisfy(\.isWhitespace) else { throw .notPossible("The note is empty", cure: "type it") }
        guard text.utf8.count <= 4000 else {
            throw .notPossible("The note is longer than 4000 bytes", cure: "split it in two")
        }
        return [Draft(.noteRecorded(text), observedAtMicros: observedAtMicros)]
    }

    func draw(_ container: DrugContainer) throws(Refusal) -> [Draft] {
        var problems: [FieldProblem] = []
        if container.name.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "container", sentence: "the container has no name: A, B"))
        }
        if containers.contains(where: { $0.name == container.name }) {
            problems.append(
                FieldProblem(field: "container", sentence: "\(container.name) is logged: take another name")
            )
        }
        if container.volumeNanoliters <= 0 || container.concentrationMicrogramsPerMilliliter <= 0
            || container.vialStrengthMicrogramsPerMilliliter <= 0
        {
            problems.append(FieldProblem(field: "volume", sentence: "volume and strengths must be above 0"))
        }
        if container.concentrationMicrogramsPerMilliliter > container.vialStrengthMicrogramsPerMilliliter {
            problems.append(
                FieldProblem(field: "concentration", sentence: "the container cannot be stronger than the vial")
            )
        }
        guard problems.isEmpty else { throw .outOfRange(problems) }
        return [Draft(.drugDrawn(container))]
    }

    func waste(_ waste: DrugWaste) throws(Refusal) -> [Draft] {
        try checkContainer(waste.container, waste.volumeNanoliters)
        guard !waste.witness.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "witness", sentence: "the witness is empty: name who watched")])
        }
        return [Draft(.drugWasted(waste))]
    }

    func returnDrug(_ name: String, volumeNanoliters: Int) throws(Refusal) -> [Draft] {
        try checkContainer(name, volumeNanoliters)
        return [Draft(.drugReturned(container: name, volumeNanoliters: volumeNanoliters))]
    }

    private func checkContainer(_ name: String, _ volume: Int) throws(Refusal) {
        guard let container = containers.first(where: { $0.name == name }) else {
            throw .outOfRange([FieldProblem(field: "container", sentence: "\(name) was not logged as drawn")])
        }
        guard volume > 0, volume <= container.volumeNanoliters else {
            throw .outOfRange([
                FieldProblem(
                    field: "volume",
                    sentence:
                        "the volume must be above 0 and at most \(DoseArithmetic.milliliters(container.volumeNanoliters))"
                )
            ])
        }
    }

    func answerDischarge(_ answers: [ItemAnswer], at now: Moment) throws(Refusal) -> [Draft] {
        try checkAnswers(answers, of: rules.dischargeList)
        return withCriteria([Draft(.checklistAnswered(answers))], at: now)
    }

    func markReadyToLeave(at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .observing else { throw wrongState("mark READY TO LEAVE", "only from OBSERVING") }
        let passed = try gate(
            .readyToLeave,
            action: "mark READY TO LEAVE",
            at: now,
            bypassing: bypassing,
            kind: "session.readyToLeave"
        )
        return passed + [Draft(.sessionReadyToLeave)]
    }

    func worsen(_ text: String) throws(Refusal) -> [Draft] {
        guard phase == .dischargeReady else { throw wrongState("go back to OBSERVING", "only from READY TO LEAVE") }
        return [Draft(.sessionWorsened(text: text))]
    }

    func discharge(_ departure: Departure, at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .dischargeReady || (phase == .observing && bypassing != nil) else {
            throw wrongState("discharge", "mark READY TO LEAVE first (s)")
        }
        var more: [Requirement] = []
        if departure.with.allSatisfy(\.isWhitespace) {
            more.append(Requirement("departure.escort", "the escort present, or approved transport"))
        }
        if departure.instructionsGivenTo.allSatisfy(\.isWhitespace) {
            more.append(Requirement("departure.instructions", "instructions given, and to whom"))
        }
        let passed = try gate(
            .discharge,
            action: "discharge",
            at: now,
            also: more,
            bypassing: bypassing,
            kind: "session.discharged"
        )
        return passed + [Draft(.sessionDischarged(departure))]
    }

    func comeBack(_ text: String) throws(Refusal) -> [Draft] {
        guard phase == .discharged else { throw wrongState("take the patient back", "the patient has not left") }
        return [Draft(.sessionReturned(text: text))]
    }

    /// The author's signature: the record is complete, as far as its author knows.
    func close(by author: Author, at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .discharged || phase == .cancelled else {
            throw wrongState("close", "the patient is still here: discharge first")
        }
        guard case .staff = author else {
            throw .notPossible("Nobody signs", cure: "name who is typing with u")
        }
        let missing = requirements(for: .close, at: now)
        guard missing.isEmpty else { throw .missing(action: "close", missing) }
        return [Draft(.sessionClosed)]
    }
}
