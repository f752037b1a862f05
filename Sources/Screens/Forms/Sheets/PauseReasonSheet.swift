import Session

/// Why the infusion is paused; the pause itself was recorded at once.
struct PauseReasonSheet: FormSheet {
    func prepare(_ form: inout Form, _ context: FormContext) {
        let known = form.stay(context)?.decided.newest {
            if case .infusionPaused(let reason?) = $0 { reason } else { nil }
        }
        if form.stay(context)?.decided.phase == .paused, let known { form.picks["reason"] = [known.value.code] }
    }

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        FormPlan("Reason for the pause", Self.reason(form, context).fields(form))
    }

    private static func reason(_ form: Form, _ context: FormContext) -> ReasonFields {
        ReasonFields(reasons: form.stay(context)?.decided.rules.reasons.pause ?? [], label: "Reason")
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let fields = Self.reason(form, context)
        guard let reason = fields.reason(form) else { return fields.missing }
        guard let session = form.stay(context)?.decided, session.phase == .paused else {
            return form.record(.pause(reason), context)
        }
        // The pause stands; its reason is laid over it, so that nothing is paused twice.
        guard let pause = session.newest({ if case .infusionPaused = $0 { true } else { nil } })
        else { return .problem("reason", "there is no pause to give the reason of") }
        let corrections = session.rules.reasons.correction
        let later = corrections.first { $0.code == "omitted" } ?? Reason(code: "omitted", text: "reason given later")
        let target = pause.entry.event.number
        return form.record(.amend(target: target, replacement: .infusionPaused(reason), reason: later), context)
    }
}
