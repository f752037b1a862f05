import Session

/// Nothing is infused: why.
struct CancelSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "cancel the session",
            help: "cancel the session",
            menu: FormMenu("c", [.screening: 90, .ready: 100])
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(act: "cancel the session", Self.reason(form, scene).fields(form))
    }

    private static func reason(_ form: Form, _ scene: Scene) -> ReasonFields {
        ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.cancel ?? [])
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        try form.record(.cancel(Self.reason(form, scene).reason(form)), scene)
    }
}
