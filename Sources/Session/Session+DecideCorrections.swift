/// Decisions about corrections: a later entry is laid over an earlier one, nothing is erased.
extension Session {
    func amend(_ target: Int, _ replacement: Event.Body, _ reason: Reason, at now: Moment) throws(Refusal) -> [Draft] {
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
        try checkReplacement(replacement, at: now)
        return [Draft(.entryAmended(target: target, replacement: replacement, reason: reason))]
    }

    /// A transition can be voided only while it is the latest: the session then stands where it stood before.
    func void(_ target: Int, _ reason: Reason, at now: Moment) throws(Refusal) -> [Draft] {
        let entry = try correctable(target)
        guard entry.event.body.traits.correction.canBeVoided else {
            throw .notPossible("The opening cannot be voided", cure: "correct the details, or cancel the session")
        }
        if entry.body.isTransition, let latest = transitionNumbers.last(where: { voidedBy[$0] == nil }),
            latest != target
        {
            throw .notPossible(
                "Only the latest step can be voided",
                cure: "void the \(words(of: self.entry(latest), at: now)) first"
            )
        }
        return [Draft(.entryVoided(target: target, reason: reason))]
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

    /// A replacement obeys the ranges of a first entry; it is confirmed by being a correction.
    private func checkReplacement(_ replacement: Event.Body, at now: Moment) throws(Refusal) {
        if case .vitalsRecorded(let vitals) = replacement {
            let check = VitalsCheck.check(
                vitals,
                against: rules,
                baseline: baseline?.vitals,
                previous: nil,
                raisesAlarms: doseStartMicros != nil
            )
            guard check.problems.isEmpty else { throw .outOfRange(check.problems) }
            guard vitals.confirmedUnusual || check.questions.isEmpty else {
                throw .unusual(VitalsCheck.lines(check.questions, beside: check.conditions))
            }
        }
        if case .dissociationRecorded(let value) = replacement {
            _ = try record(value, observedAtMicros: nil, at: now)
        }
        if case .noteRecorded(let text) = replacement { _ = try note(text, observedAtMicros: nil, at: now) }
        if case .sessionOpened(let opening) = replacement {
            // Chair, protocol and zone have their own events, or none.
            guard var kept = self.opening else { return }
            kept.patient = opening.patient
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
                try Self.checkWeight(opening.patient, before: before, rules)
            }
        }
    }
}
