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
        let missing = form.covered.map { Field.computed("Missing", Words.sentence(of: $0), style: .warning) }
        return FormPlan(
            act: "record it as a deviation",
            missing + Self.reason(form, scene).fields(form)
                + [LateTime.field("Happened at", like: "10:05, or -12 for 12 min ago")]
        )
    }

    private static func reason(_ form: Form, _ scene: Scene) -> ReasonFields {
        ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.deviation ?? [], takesWords: true)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let reason = try Self.reason(form, scene).reason(form)
        guard let pending = form.pending else { throw .problem("nothing was refused: Esc goes back") }
        let instant = try LateTime.instant(form, scene)
        return try form.record(.alreadyHappened(pending, reason: reason, observedAtMicros: instant), scene)
    }
}
