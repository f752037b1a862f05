/// Decisions about what was seen, drawn and left.
extension Session {
    func record(_ vitals: Vitals, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        guard !vitals.isEmpty else {
            throw .notPossible("Nothing was measured", cure: "type such as 142/88 84 97")
        }
        let observed = now.sessionMicros(ofUTC: observedAtMicros ?? now.utcMicros)
        let check = VitalsCheck.check(
            vitals,
            against: rules,
            baseline: doseStartMicros == nil ? nil : baseline?.vitals,
            previous: previousSet(before: observed),
            raisesAlarms: doseStartMicros != nil,
            limits: limits
        )
        guard check.problems.isEmpty else { throw .outOfRange(check.problems) }
        guard vitals.confirmedUnusual || check.questions.isEmpty else {
            throw .unusual(VitalsCheck.lines(check.questions, beside: check.conditions))
        }
        return [Draft(.vitalsRecorded(vitals), observedAtMicros: observedAtMicros)]
    }

    /// The newest set before a time, with its age there; the check itself knows how old it may be.
    private func previousSet(before observed: Int64) -> (vitals: Vitals, ageMicros: Int64)? {
        guard let set = vitalsSets.through(observed).last else { return nil }
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
        return [Draft(.dissociationRecorded(value), observedAtMicros: observedAtMicros)]
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
        let problems = problems(of: container)
        guard problems.isEmpty else { throw .outOfRange(problems) }
        return [Draft(.drugDrawn(container))]
    }

    /// What of a container cannot be right, by field: `name`, `vial`, `fromVial`, `volume`, `concentration`.
    ///
    /// A mixture that is not as its label says can have been drawn all the same; the start asks for another.
    package func problems(of container: DrugContainer) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func require(_ holds: Bool, _ field: String, _ sentence: String) {
            if !holds { problems.append(FieldProblem(field: field, sentence: sentence)) }
        }
        let name = container.name
        require(!name.allSatisfy(\.isWhitespace), "name", "the container has no name: A, B")
        let isTaken = containers.contains { $0.name.lowercased() == name.lowercased() }
        require(!isTaken, "name", "\(name) is drawn already: give the new one another name")
        // Under one name the drug of the voided one would be taken for the new one's.
        require(
            isTaken || !containersOnBalance.contains { $0.name.lowercased() == name.lowercased() },
            "name",
            "\(name) is void and still on the balance: a witness says why first, or give the new one another name"
        )
        require(container.vialStrengthMicrogramsPerMilliliter > 0, "vial", "this must be above 0")
        require(container.fromVialNanoliters ?? 1 > 0, "fromVial", "this must be above 0")
        require(container.volumeNanoliters > 0, "volume", "the volume must be above 0")
        require(container.concentrationMicrogramsPerMilliliter > 0, "concentration", "this must be above 0")
        guard problems.isEmpty else { return problems }
        require(
            container.fromVialNanoliters ?? 0 <= container.volumeNanoliters,
            "volume",
            "filled up to less than what came from the vial"
        )
        require(container.isPossible, "volume", "no container holds that much")
        require(
            container.concentrationMicrogramsPerMilliliter <= container.vialStrengthMicrogramsPerMilliliter,
            "concentration",
            "the container cannot be stronger than the vial"
        )
        return problems
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
        guard let container = containersOnBalance.first(where: { $0.name == name }) else {
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
        return [Draft(.checklistAnswered(answers))]
    }

    func markReadyToLeave(at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .observing else { throw wrongState("mark READY TO LEAVE", "only from OBSERVING") }
        let passed = try gate(.readyToLeave, at: now, bypassing: bypassing)
        return passed + [Draft(.sessionReadyToLeave)]
    }

    func worsen(_ text: String) throws(Refusal) -> [Draft] {
        guard phase == .dischargeReady else { throw wrongState("go back to OBSERVING", "only from READY TO LEAVE") }
        return [Draft(.sessionWorsened(text: text))]
    }

    func discharge(_ departure: Departure, at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .dischargeReady || (phase == .observing && bypassing != nil) else {
            throw wrongState("discharge", "mark READY TO LEAVE first", way: .markReadyToLeave)
        }
        var more: [Need] = []
        if departure.with.allSatisfy(\.isWhitespace) { more.append(.departureEscort) }
        if departure.instructionsGivenTo.allSatisfy(\.isWhitespace) { more.append(.departureInstructions) }
        let passed = try gate(.discharge, at: now, also: more, bypassing: bypassing)
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
            throw .notPossible("Nobody signs", cure: "name who is typing", way: .nameWhoTypes)
        }
        let missing = needs(for: .close, at: now)
        guard missing.isEmpty else { throw .missing(.close, missing) }
        return [Draft(.sessionClosed)]
    }
}
