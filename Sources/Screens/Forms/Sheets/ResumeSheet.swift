import Session

/// The infusion goes on: why it was paused, the IV, and the prescriber's decision after a long pause.
struct ResumeSheet: FormSheet {
    func prepare(_ form: inout Form, _ context: FormContext) {
        guard let session = form.stay(context)?.decided else { return }
        let known = session.newest { if case .infusionPaused(let reason) = $0 { reason } else { nil } }?.value
        if let known { form.picks["reason"] = [known.code] }
    }

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let stay = form.stay(context)
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
        if Self.needsDecision(stay) {
            fields.append(
                Field("decision", "Prescriber decided", .text, isRequired: true, hint: "who, and in which words")
            )
        }
        return FormPlan("Resume", act: "resume", fields)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let stay = form.stay(context)
        let reasons = Self.reason(stay)
        guard let reason = reasons.reason(form) else { return reasons.missing }
        guard form.pick("patent") == "yes" else { return .problem("patent", "place a new IV first: Esc, i") }
        let decision = Self.needsDecision(stay) ? form.text("decision") : nil
        let resume = Command.resume(pauseReason: reason, prescriberDecision: decision)
        return form.record(.checkAccess(isPatent: true, text: "before resuming"), then: resume, context)
    }

    private static func reason(_ stay: Stay?) -> ReasonFields {
        ReasonFields(reasons: stay?.decided.rules.reasons.pause ?? [], label: "Paused because")
    }

    /// A pause longer than the protocol's limit needs the prescriber's decision.
    static func needsDecision(_ stay: Stay?) -> Bool {
        guard let stay, let since = stay.decided.pausedSinceMicros else { return false }
        let limit = Int64(stay.decided.rules.gates.pauseDecisionAfterMinutes) * Micros.perMinute
        return stay.now.sessionMicros - since > limit
    }
}
