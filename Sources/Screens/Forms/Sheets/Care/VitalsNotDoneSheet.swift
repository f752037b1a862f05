import Session

/// A set of vitals that was due and was not taken, with its reason.
struct VitalsNotDoneSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "vitals not done",
            help: "record why a set of vitals was not done",
            menu: FormMenu("n", [.dosing: 70, .paused: 80, .observing: 60, .dischargeReady: 60])
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(Self.reason(form, scene).fields(form))
    }

    private static func reason(_ form: Form, _ scene: Scene) -> ReasonFields {
        ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.notDone ?? [])
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        try form.record(.recordVitalsNotDone(Self.reason(form, scene).reason(form)), scene)
    }
}
