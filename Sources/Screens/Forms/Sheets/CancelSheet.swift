import Session

/// Nothing is infused: why.
struct CancelSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let reasons = form.stay(context)?.decided.rules.reasons.cancel ?? []
        return FormPlan(
            "Cancel the session",
            act: "cancel the session",
            [Field("reason", "Because", .choice(StaffChoices.reasons(reasons)), isRequired: true)]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let reasons = form.stay(context)?.decided.rules.reasons.cancel ?? []
        guard let reason = reasons.first(where: { $0.code == form.pick("reason") }) else {
            return .problem("reason", "Because: choose one")
        }
        return form.record(.cancel(reason), context)
    }
}
