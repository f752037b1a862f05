/// Decisions from check-in to READY.
extension Session {
    /// What of a patient's details cannot be right.
    static func problems(of patient: Patient, rules: InfusionProtocol, today: CivilDate) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func require(_ holds: Bool, _ field: String, _ sentence: String) {
            if !holds { problems.append(FieldProblem(field: field, sentence: sentence)) }
        }
        require(!patient.name.allSatisfy(\.isWhitespace), "name", "name is empty: type Family, Given")
        require(!patient.mrn.allSatisfy(\.isWhitespace), "mrn", "MRN is empty: type it, or take TEMP-n")
        require(
            patient.birthDate.daysSince1970 <= today.daysSince1970 + 1,
            "birthDate",
            "date of birth lies in the future: check the year"
        )
        require(
            patient.birthDate.years(until: today) <= 120,
            "birthDate",
            "date of birth is over 120 years ago: check the year"
        )
        problems += VitalsCheck.checkWeight(grams: patient.weightGrams, rule: rules.weight, lastGrams: nil).problems
        require(
            !patient.allergies.allSatisfy(\.isWhitespace),
            "allergies",
            "allergies are empty: type them, or none known"
        )
        return problems
    }

    func confirmIdentity(_ identifiers: [Identifier]) throws(Refusal) -> [Draft] {
        guard Set(identifiers).count >= 2 else {
            throw .notPossible("One identifier is not enough", cure: "ask for two, such as name and date of birth")
        }
        return [Draft(.identityConfirmed(identifiers: identifiers))]
    }

    func answerScreening(_ answers: [ItemAnswer]) throws(Refusal) -> [Draft] {
        try checkAnswers(answers, of: rules.screening)
        return [Draft(.screeningAnswered(answers))]
    }

    /// Refuses answers to items the protocol does not have, and empty ones.
    func checkAnswers(_ answers: [ItemAnswer], of items: [ChecklistItem]) throws(Refusal) {
        guard !answers.isEmpty else { throw .notPossible("Nothing was answered", cure: "answer at least one item") }
        var problems: [FieldProblem] = []
        for answer in answers {
            guard let item = items.first(where: { $0.id == answer.item }) else {
                problems.append(FieldProblem(field: answer.item, sentence: "\(answer.item) is not on this list"))
                continue
            }
            if let sentence = item.problem(with: answer.answer) {
                problems.append(FieldProblem(field: item.id, sentence: "\(item.text): \(sentence)"))
            }
        }
        if !problems.isEmpty { throw .outOfRange(problems) }
    }

    func place(_ order: Order, confirmedUnusual: Bool) throws(Refusal) -> [Draft] {
        guard phase != .discharged, phase != .cancelled else {
            throw wrongState("place an order", "the patient is no longer being treated")
        }
        guard !order.prescriber.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "prescriber", sentence: "prescriber is empty: name who ordered it")])
        }
        guard order.doseMicrogramsPerKg > 0, order.durationMinutes > 0,
            order.concentrationMicrogramsPerMilliliter > 0
        else {
            throw .outOfRange([
                FieldProblem(field: "order", sentence: "dose, weight, minutes and concentration must be above 0")
            ])
        }
        let weight = VitalsCheck.checkWeight(grams: order.weightGrams, rule: rules.weight, lastGrams: nil)
        guard weight.problems.isEmpty else { throw .outOfRange(weight.problems) }
        // A decision was on the order that was refused: one that was placed since has used it up.
        let lastOrder = newest(.order) { if case .orderPlaced = $0 { true } else { nil } }?.entry.event.number ?? -1
        let check = check(order)
        let hard = protocolNeeds(.order) + check.hard.filter { !isOverridden($0, since: lastOrder) }
        guard hard.isEmpty else { throw .missing(.order, hard) }
        guard confirmedUnusual || check.questions.isEmpty else { throw .unusual(check.questions) }
        return [Draft(.orderPlaced(order))]
    }

    func confirmTimeout(
        secondName: String,
        code: String,
        _ microgramsPerMilliliter: Int
    ) throws(Refusal) -> [Draft] {
        guard !secondName.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "second", sentence: "the second checker is empty: name them")])
        }
        guard phase == .ready || phase == .screening || phase == .observing else {
            throw wrongState("confirm a time-out", "it belongs before a start")
        }
        let container = try container(read: code, microgramsPerMilliliter)
        let reading = SyringeReading(
            container: container.name,
            concentrationMicrogramsPerMilliliter: microgramsPerMilliliter
        )
        return [Draft(.timeoutConfirmed(secondName: secondName, reading))]
    }

    func placeAccess(site: String, gauge: String) throws(Refusal) -> [Draft] {
        guard !site.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "site", sentence: "the site is empty: type such as L forearm")])
        }
        return [Draft(.accessPlaced(site: site, gauge: gauge))]
    }

    func declareReady(at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .screening else { throw wrongState("declare READY", "only a session in SCREENING can be") }
        let passed = try gate(.ready, at: now, bypassing: bypassing)
        return passed + [Draft(.sessionReady)]
    }

    func reopenScreening(_ text: String) throws(Refusal) -> [Draft] {
        guard phase == .ready else { throw wrongState("go back to screening", "only from READY") }
        return [Draft(.screeningReopened(text: text))]
    }

    func cancel(_ reason: Reason) throws(Refusal) -> [Draft] {
        guard phase == .screening || phase == .ready else {
            throw wrongState("cancel", "a dose has begun; stop it, then observe and discharge")
        }
        return [Draft(.sessionCancelled(reason))]
    }

    /// Records a prescriber's decision; a balance beyond the tolerance takes a supervisor's or prescriber's own hand.
    func grant(_ override: Override, by author: Author) throws(Refusal) -> [Draft] {
        guard !override.prescriber.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "prescriber", sentence: "prescriber is empty: name who decided")])
        }
        guard !override.text.allSatisfy(\.isWhitespace) else {
            throw .outOfRange([FieldProblem(field: "text", sentence: "the reason is empty: say why it is safe")])
        }
        guard !override.requirements.isEmpty else {
            throw .notPossible("Nothing to override", cure: "choose what the prescriber decided")
        }
        // Limits of one's own belong to a baseline that was decided on: an alarm of the infusion moves none.
        guard !override.carriesOwnLimits || (doseStartMicros == nil && override.isOnBaseline) else {
            throw .notPossible(
                "Limits of this session come with a decision on its baseline, before the start",
                cure: "pause or stop, and let the prescriber decide on the alarm"
            )
        }
        if override.requirements.contains(where: Need.isDiscrepancy) {
            guard case .staff(_, let role) = author, role == .supervisor || role == .prescriber else {
                throw .notPossible(
                    "A drug discrepancy needs a supervisor",
                    cure: "a supervisor signs it under the own name",
                    way: .nameWhoTypes
                )
            }
        }
        return [Draft(.overrideGranted(override))]
    }
}
