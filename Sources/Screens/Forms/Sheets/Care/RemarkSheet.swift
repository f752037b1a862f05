import Session

/// A step back that needs a few words: screening again, worse, came back.
struct RemarkSheet: FormSheet {
    let step: Step

    enum Step: Hashable, Sendable {
        case reopenScreening
        case worsen
        case comeBack
    }

    enum Name: String, FieldName {
        case words
    }

    var facts: FormFacts {
        switch step {
        case .reopenScreening:
            FormFacts("back to screening", help: "back to screening", menu: FormMenu("b", [.ready: 70]))
        case .worsen:
            FormFacts(
                "patient is worse",
                help: "worse again: back to observation",
                menu: FormMenu("w", [.dischargeReady: 30])
            )
        case .comeBack:
            FormFacts("patient came back", help: "the patient came back", menu: FormMenu("b", [.discharged: 30]))
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let hint =
            switch step {
            case .worsen: "what was seen; the patient is observed again"
            case .comeBack: "why; the patient is observed again"
            case .reopenScreening: "what changed or went stale"
            }
        return FormPlan([Field(Name.words, "Why", .text, isRequired: true, hint: hint)])
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let words = form.text(Name.words)
        return switch step {
        case .worsen: try form.record(.worsen(text: words), scene)
        case .comeBack: try form.record(.comeBack(text: words), scene)
        case .reopenScreening: try form.record(.reopenScreening(text: words), scene)
        }
    }
}
