/// Decisions about corrections: a later entry is laid over an earlier one, nothing is erased.
extension Session {
    func amend(
        _ target: Int,
        _ replacement: Event.Body,
        _ reason: Reason,
        takingBack takenBack: Set<Parameter>,
        at now: Moment
    ) throws(Refusal) -> [Draft] {
        let entry = try correctable(target)
        guard entry.body.kind == replacement.kind else {
            throw .notPossible("A correction keeps the kind of its entry", cure: "void it and enter the other anew")
        }
        guard entry.body != replacement else {
            throw .notPossible("Nothing was changed", cure: "change a value, or leave it as it is")
        }
        guard entry.event.body.traits.correction.canBeAmended else {
            throw .notPossible(
                "A \(replacement.kind) entry is not corrected in place",
                cure: "void it and enter it anew"
            )
        }
        try checkKept(of: entry.body, in: replacement, but: takenBack)
        let checked = try checkReplacement(replacement, of: entry.body, at: now)
        return [Draft(.entryAmended(target: target, replacement: checked, reason: reason))]
    }

    /// A transition can be voided only while it is the latest: the session then stands where it stood before.
    ///
    /// A drug that was drawn stays on the balance, voided or not, until somebody says before a witness why.
    /// A pause or a stop taken back lets the drug run again, and passes what a resume passes.
    func void(
        _ target: Int,
        _ reason: Reason,
        witness: String?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        let entry = try correctable(target)
        guard entry.event.body.traits.correction.canBeVoided else {
            throw .notPossible("The opening cannot be voided", cure: "correct the details, or cancel the session")
        }
        if entry.body.isTransition, let latest = newestTransition,
            latest != target
        {
            throw .notPossible(
                "Only the latest step can be voided",
                cure: "void the \(words(of: self.entry(latest), at: now)) first"
            )
        }
        let passed = try pass(.resume, lacking: needs(toVoid: target, reason, at: now), bypassing: bypassing)
        let voided = passed + [Draft(.entryVoided(target: target, reason: reason))]
        guard let witness else { return voided }
        guard case .drugDrawn = entry.body else {
            throw .notPossible("Only drawn drug is voided before a witness", cure: "leave the witness out")
        }
        let explanation = DrugExplanation(entry: target, witness: witness, text: reason.text)
        try Self.checkWords(of: explanation)
        return voided + [Draft(.drugExplained(explanation))]
    }

    /// Why a container that is void was never this patient's drug; a witness stands for it.
    func explain(_ explanation: DrugExplanation) throws(Refusal) -> [Draft] {
        guard let balance = balances.first(where: { $0.number == explanation.entry }) else {
            throw .notPossible("Entry \(explanation.entry) drew no drug", cure: "choose a voided container")
        }
        guard balance.isVoided else {
            throw .notPossible(
                "Container \(balance.container.name) counts",
                cure: "waste or return it, or void its entry first"
            )
        }
        guard balance.explanation == nil else {
            throw .notPossible("Container \(balance.name) is explained already", cure: "nothing is to be done")
        }
        try Self.checkWords(of: explanation)
        return [Draft(.drugExplained(explanation))]
    }

    private static func checkWords(of explanation: DrugExplanation) throws(Refusal) {
        var problems: [FieldProblem] = []
        if explanation.witness.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "witness", sentence: "the witness is empty: name who saw it"))
        }
        if explanation.text.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "text", sentence: "say why: never drawn, or another patient's"))
        }
        guard problems.isEmpty else { throw .outOfRange(problems) }
    }

    /// What stands in the way of a void after which the drug runs; nothing for every other.
    private func needs(toVoid target: Int, _ reason: Reason, at now: Moment) -> [Need] {
        guard phase == .paused || phase == .observing else { return [] }
        var after = self
        let body = Event.Body.entryVoided(target: target, reason: reason)
        after.apply(Event(number: nextNumber, at: now, author: .system, body: body))
        guard after.phase == .dosing else { return [] }
        return needs(for: phase == .paused ? .resume : .raiseRate, at: now)
    }

    private func correctable(_ target: Int) throws(Refusal) -> EffectiveEntry {
        guard entries.indices.contains(target) else {
            throw .notPossible("There is no entry \(target)", cure: "choose one from the list")
        }
        let entry = entry(target)
        guard !entry.isVoided else {
            throw .notPossible("That entry is void", cure: "enter the right value anew")
        }
        guard entry.event.body.traits.correction != .never else {
            throw .notPossible(
                "A \(entry.event.body.kind) entry stands as it is",
                cure: "correct the entry it speaks of"
            )
        }
        return entry
    }

    /// A correction changes what was typed and nothing else: a reading that it does not name stays.
    ///
    /// What is left out by a slip would be gone without a word, and an alarm or a baseline with it.
    private func checkKept(
        of old: Event.Body,
        in replacement: Event.Body,
        but takenBack: Set<Parameter>
    ) throws(Refusal) {
        let missing = Parameter.byRank.filter { old[$0] != nil && replacement[$0] == nil && !takenBack.contains($0) }
        guard missing.isEmpty else {
            throw .notPossible(
                "The correction leaves out \(VitalsLine.names(missing))",
                cure: "keep what the entry says, or take it back by name, as s-"
            )
        }
        let contradicted = takenBack.filter { old[$0] == nil || replacement[$0] != nil }
        guard contradicted.isEmpty else {
            let names = VitalsLine.names(Parameter.byRank.filter(contradicted.contains))
            throw .notPossible("There is no \(names) to take back", cure: "name what the entry says, or correct it")
        }
        guard case .vitalsRecorded(let left) = replacement, !left.hasMeasurement else { return }
        throw .notPossible("No value is left", cure: "void the entry instead")
    }

    /// A replacement obeys the ranges of a first entry, and is asked about where the entry was not: a value that is
    /// kept has had its question.
    private func checkReplacement(
        _ replacement: Event.Body,
        of old: Event.Body,
        at now: Moment
    ) throws(Refusal) -> Event.Body {
        if case .vitalsRecorded(var vitals) = replacement, case .vitalsRecorded(let before) = old {
            let check = check(vitals)
            guard check.problems.isEmpty else { throw .outOfRange(check.problems) }
            let answered = before.confirmedUnusual ? self.check(before).questions : []
            let open = check.questions.filter { !answered.contains($0) }
            guard vitals.confirmedUnusual || open.isEmpty else {
                throw .unusual(VitalsCheck.lines(open, beside: check.conditions))
            }
            if !check.questions.isEmpty { vitals.confirmedUnusual = true }
            return .vitalsRecorded(vitals)
        }
        if case .dissociationRecorded(let value) = replacement {
            _ = try record(value, observedAtMicros: nil, at: now)
        }
        if case .noteRecorded(let text) = replacement { _ = try note(text, observedAtMicros: nil, at: now) }
        if case .sessionOpened(let opening) = replacement {
            // Chair, protocol and zone have their own events, or none.
            guard var kept = self.opening else { return replacement }
            kept.patient = opening.patient
            kept.asked = opening.asked
            guard kept == opening else {
                throw .notPossible("Only the patient's details are corrected here", cure: "move the session to a chair")
            }
            let problems = Self.problems(
                of: opening.patient,
                rules: rules,
                today: zone.local(now.utcMicros).date
            )
            guard problems.isEmpty else { throw .outOfRange(problems) }
            // A misspelt name asks nothing about a weight that stays as it is.
            let before = self.patient
            if before?.weightGrams != opening.patient.weightGrams {
                let answered = Array(opening.asked.dropFirst(self.opening?.asked.count ?? 0))
                try Self.checkWeight(of: opening.patient, before: before, answered: answered, rules)
            }
        }
        return replacement
    }

    private func check(
        _ vitals: Vitals
    ) -> (problems: [FieldProblem], questions: [String], conditions: [AlarmCondition]) {
        VitalsCheck.check(
            vitals,
            against: rules,
            baseline: baseline?.vitals,
            previous: nil,
            raisesAlarms: doseStartMicros != nil
        )
    }
}
