import Session

/// Why the infusion is paused: of a pause that was recorded at once, or of one that is entered now with its time.
struct PauseReasonSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "reason for the pause",
            help: "give the reason for the pause",
            menu: FormMenu("p", [.paused: 30])
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        let known = form.stay(scene)?.decided.newest(.infusion) {
            if case .infusionPaused(let reason?) = $0 { reason } else { nil }
        }
        if form.stay(scene)?.decided.phase == .paused, let known {
            form.choose(ReasonFields.Name.reason, known.value.code)
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let reason = Self.reason(form, scene).fields(form)
        guard form.stay(scene)?.decided.phase != .paused else { return FormPlan(reason) }
        return FormPlan(title: "Pause the infusion", act: "record the pause", reason + [LateTime.field("Paused at")])
    }

    private static func reason(_ form: Form, _ scene: Scene) -> ReasonFields {
        ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.pause ?? [], label: "Reason")
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let reason = try Self.reason(form, scene).reason(form)
        guard let session = form.stay(scene)?.decided, session.phase == .paused else {
            let instant = try LateTime.instant(form, scene)
            return try form.record(.pause(reason, observedAtMicros: instant), scene)
        }
        // The pause stands; its reason is laid over it, so that nothing is paused twice.
        guard let pause = session.newest(.infusion, { if case .infusionPaused = $0 { true } else { nil } })
        else { throw .problem(ReasonFields.Name.reason, "there is no pause to give the reason of") }
        let corrections = session.rules.reasons.correction
        let later = corrections.first { $0.code == "omitted" } ?? Reason(code: "omitted", text: "reason given later")
        let target = pause.entry.event.number
        return try form.record(.amend(target: target, replacement: .infusionPaused(reason), reason: later), scene)
    }
}
