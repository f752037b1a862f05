import Session

/// What was refused has already happened: it is recorded with the reason, and flagged for review.
struct AlreadyHappenedSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let reasons = form.stay(context)?.decided.rules.reasons.deviation ?? []
        let missing = form.covered.map { Field.computed("missing." + $0.code, "Missing", $0.sentence, style: .warning) }
        return FormPlan(
            "It has already happened",
            act: "record it as a deviation",
            missing + [Field("reason", "Because", .choice(StaffChoices.reasons(reasons)), isRequired: true)]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let reasons = form.stay(context)?.decided.rules.reasons.deviation ?? []
        guard let reason = reasons.first(where: { $0.code == form.pick("reason") }), let pending = form.pending else {
            return .problem("reason", "Because: choose one")
        }
        return form.record(.alreadyHappened(pending, reason: reason), context)
    }
}
