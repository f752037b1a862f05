import Session
import Wording

/// The infusion goes on: why it was paused, the IV, and the prescriber's decision after a long pause.
struct ResumeSheet: FormSheet {
    enum Name: String, FieldName {
        case patent, decision
    }

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
        let known = session.newest(.infusion) { if case .infusionPaused(let reason) = $0 { reason } else { nil } }?
            .value
        if let known { form.choose(ReasonFields.Name.reason, known.code) }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        var fields: [Field] = []
        if let stay, let since = stay.decided.pausedSinceMicros {
            fields.append(.computed("Paused for", Words.age(stay.now.sessionMicros - since)))
        }
        fields += Self.reason(stay).fields(form)
        fields += [
            Field(
                Name.patent,
                "IV patent",
                .choice(YesNo.self),
                isRequired: true,
                hint: "check it before the pump runs"
            )
        ]
        fields.append(LateTime.field("Resumed at"))
        if Self.needsDecision(form, scene) {
            fields.append(
                Field(Name.decision, "Prescriber decided", .text, isRequired: true, hint: "who, and in which words")
            )
        }
        return FormPlan(act: "resume", fields)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let reason = try Self.reason(form.stay(scene)).reason(form)
        let isPatent = try form.needed(Name.patent) == YesNo.yes
        guard isPatent else {
            throw .problem(Name.patent, "place a new IV first: Esc, \(form.key(to: .access, scene))")
        }
        let resume = Command.resume(
            pauseReason: reason,
            prescriberDecision: Self.needsDecision(form, scene) ? form.text(Name.decision) : nil,
            observedAtMicros: try LateTime.instant(form, scene)
        )
        return try form.record(.checkAccess(isPatent: true, text: "before resuming"), then: resume, scene)
    }

    private static func reason(_ stay: Stay?) -> ReasonFields {
        ReasonFields(reasons: stay?.decided.rules.reasons.pause ?? [], label: "Paused because")
    }

    /// A pause that was longer than the protocol's limit needs the prescriber's decision.
    private static func needsDecision(_ form: Form, _ scene: Scene) -> Bool {
        guard let stay = form.stay(scene) else { return false }
        guard let instant = try? LateTime.instant(form, scene) else {
            return stay.decided.pauseNeedsDecision(at: stay.now)
        }
        return stay.decided.pauseNeedsDecision(at: stay.now.earlier(instant))
    }
}
