import Session

/// A step back that needs a few words: screening again, worse, came back.
struct RemarkSheet: FormSheet {
    let kind: FormKind

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let hint =
            switch kind {
            case .worsen: "what was seen; the patient is observed again"
            case .comeBack: "why; the patient is observed again"
            case _: "what changed or went stale"
            }
        return FormPlan(kind.title, [Field("words", "Why", .text, isRequired: true, hint: hint)])
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let words = form.text("words")
        return switch kind {
        case .worsen: form.record(.worsen(text: words), context)
        case .comeBack: form.record(.comeBack(text: words), context)
        case _: form.record(.reopenScreening(text: words), context)
        }
    }
}
