import Session
import Wording

/// What was refused has already happened: it is recorded with the reason and the time, and flagged for review.
struct AlreadyHappenedSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "it has already happened",
            help: "record what has already happened, flagged for review"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let missing = form.covered.map {
            Field.computed("missing." + $0.code, "Missing", Words.sentence(of: $0), style: .warning)
        }
        let at = Field("at", "Happened at", .text, hint: "empty: now; or 10:05, or -12 for 12 min ago")
        return FormPlan(
            "It has already happened",
            act: "record it as a deviation",
            missing + Self.reason(form, scene).fields(form) + [at]
        )
    }

    private static func reason(_ form: Form, _ scene: Scene) -> ReasonFields {
        ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.deviation ?? [], takesWords: true)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let fields = Self.reason(form, scene)
        guard let reason = fields.reason(form), let pending = form.pending else { return fields.missing }
        switch LateTime.instant("at", form, scene) {
        case .failure(let problem): return problem.completion("at")
        case .success(let instant):
            return form.record(.alreadyHappened(pending, reason: reason, observedAtMicros: instant), scene)
        }
    }
}
