import Session

/// Why the infusion is paused; the pause itself was recorded at once.
struct PauseReasonSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let reasons = form.stay(context)?.decided.rules.reasons.pause ?? []
        return FormPlan(
            "Reason for the pause",
            [Field("reason", "Reason", .choice(StaffChoices.reasons(reasons)), isRequired: true)]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let reasons = form.stay(context)?.decided.rules.reasons.pause ?? []
        guard let reason = reasons.first(where: { $0.code == form.pick("reason") }) else {
            return .problem("reason", "Reason: choose one")
        }
        return form.record(.pause(reason), context)
    }
}
