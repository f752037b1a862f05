import Session

/// A set of vitals that was due and was not taken, with its reason.
struct VitalsNotDoneSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        FormPlan("Vitals not done", Self.reason(form, context).fields(form))
    }

    private static func reason(_ form: Form, _ context: FormContext) -> ReasonFields {
        ReasonFields(reasons: form.stay(context)?.decided.rules.reasons.notDone ?? [])
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let fields = Self.reason(form, context)
        guard let reason = fields.reason(form) else { return fields.missing }
        return form.record(.recordVitalsNotDone(reason), context)
    }
}
