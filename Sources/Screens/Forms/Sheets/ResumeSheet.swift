import Session
import Wording

/// The infusion goes on: why it was paused, the IV, and the prescriber's decision after a long pause.
struct ResumeSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "resume",
            help: "resume the paused infusion",
            keys: [FormKey("p", "resume", in: [.paused])],
            menu: FormMenu("r", [.paused: 10])
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided else { return }
        let known = session.newest { if case .infusionPaused(let reason) = $0 { reason } else { nil } }?.value
        if let known { form.picks["reason"] = [known.code] }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        var fields: [Field] = []
        if let stay, let since = stay.decided.pausedSinceMicros {
            fields.append(.computed("since", "Paused for", Words.age(stay.now.sessionMicros - since)))
        }
        fields += Self.reason(stay).fields(form)
        fields += [
            Field(
                "patent",
                "IV patent",
                .choice(StaffChoices.yesNo),
                isRequired: true,
                hint: "check it before the pump runs"
            )
        ]
        fields.append(Field("at", "Resumed at", .text, hint: "empty: now; or 14:20, or -4 for 4 min ago"))
        if Self.needsDecision(form, scene) {
            fields.append(
                Field("decision", "Prescriber decided", .text, isRequired: true, hint: "who, and in which words")
            )
        }
        return FormPlan("Resume", act: "resume", fields)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let stay = form.stay(scene)
        let reasons = Self.reason(stay)
        guard let reason = reasons.reason(form) else { return reasons.missing }
        guard form.pick("patent") == "yes" else { return .problem("patent", "place a new IV first: Esc, i") }
        switch LateTime.instant("at", form, scene) {
        case .failure(let problem): return problem.completion("at")
        case .success(let instant):
            let resume = Command.resume(
                pauseReason: reason,
                prescriberDecision: Self.needsDecision(form, scene) ? form.text("decision") : nil,
                observedAtMicros: instant
            )
            return form.record(.checkAccess(isPatent: true, text: "before resuming"), then: resume, scene)
        }
    }

    private static func reason(_ stay: Stay?) -> ReasonFields {
        ReasonFields(reasons: stay?.decided.rules.reasons.pause ?? [], label: "Paused because")
    }

    /// A pause that was longer than the protocol's limit needs the prescriber's decision.
    private static func needsDecision(_ form: Form, _ scene: Scene) -> Bool {
        guard let stay = form.stay(scene) else { return false }
        guard case .success(let instant?) = LateTime.instant("at", form, scene) else {
            return stay.decided.pauseNeedsDecision(at: stay.now)
        }
        return stay.decided.pauseNeedsDecision(at: stay.now.earlier(instant))
    }
}
