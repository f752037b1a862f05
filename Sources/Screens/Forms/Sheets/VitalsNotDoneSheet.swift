import Session

/// A set of vitals that was due and was not taken, with its reason.
struct VitalsNotDoneSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let reasons = form.stay(context)?.decided.rules.reasons.notDone ?? []
        return FormPlan(
            "Vitals not done",
            [Field("reason", "Because", .choice(StaffChoices.reasons(reasons)), isRequired: true)]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let reasons = form.stay(context)?.decided.rules.reasons.notDone ?? []
        guard let reason = reasons.first(where: { $0.code == form.pick("reason") }) else {
            return .problem("reason", "Because: choose one")
        }
        return form.record(.recordVitalsNotDone(reason), context)
    }
}
