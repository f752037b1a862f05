import Session

/// Nothing is infused: why.
struct CancelSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        FormPlan("Cancel the session", act: "cancel the session", Self.reason(form, context).fields(form))
    }

    private static func reason(_ form: Form, _ context: FormContext) -> ReasonFields {
        ReasonFields(reasons: form.stay(context)?.decided.rules.reasons.cancel ?? [])
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let fields = Self.reason(form, context)
        guard let reason = fields.reason(form) else { return fields.missing }
        return form.record(.cancel(reason), context)
    }
}
