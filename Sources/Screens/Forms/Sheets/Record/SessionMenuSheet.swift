import Session

/// What can be done with the session now, one letter each.
struct SessionMenuSheet: FormSheet {
    enum Name: String, FieldName {
        case kind
    }

    var facts: FormFacts {
        FormFacts(
            "session",
            help: "start, rate, stop, leave, discharge, cancel, move, close",
            keepsDraft: false,
            keys: [FormKey("s", "session", in: .every)]
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let stay = form.stay(scene) else { return FormPlan([]) }
        let entries = FormMenu.entries(in: stay.decided.phase, FormCondition.standing(in: stay.decided))
        let choices = entries.map { Choice($0.kind.rawValue, $0.key, $0.kind.words) }
        var fields: [Field] = [.computed("Stands at", stay.decided.phase.word)]
        if choices.isEmpty {
            fields.append(.computed("", "nothing more can be entered here", style: .hint))
        } else {
            fields.append(Field(Name.kind, "Go to", .choice(choices)))
        }
        var plan = FormPlan(act: "open", fields)
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let kind: FormKind = form.answer(Name.kind) else { throw .problem(Name.kind, "a letter chooses") }
        return .replace(kind)
    }
}
