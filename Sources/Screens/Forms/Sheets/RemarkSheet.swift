import Session

/// A step back that needs a few words: screening again, worse, came back.
struct RemarkSheet: FormSheet {
    let step: Step

    enum Step: Hashable, Sendable {
        case reopenScreening
        case worsen
        case comeBack
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let hint =
            switch step {
            case .worsen: "what was seen; the patient is observed again"
            case .comeBack: "why; the patient is observed again"
            case .reopenScreening: "what changed or went stale"
            }
        return FormPlan(form.kind.title, [Field("words", "Why", .text, isRequired: true, hint: hint)])
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let words = form.text("words")
        return switch step {
        case .worsen: form.record(.worsen(text: words), scene)
        case .comeBack: form.record(.comeBack(text: words), scene)
        case .reopenScreening: form.record(.reopenScreening(text: words), scene)
        }
    }
}
