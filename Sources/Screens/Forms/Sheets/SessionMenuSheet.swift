import Session

/// What can be done with the session now, one letter each.
struct SessionMenuSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "session",
            help: "start, rate, stop, leave, discharge, cancel, move, close",
            keepsDraft: false,
            keys: [FormKey("s", "session", in: .every)]
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let stay = form.stay(scene) else { return FormPlan("Session", []) }
        let entries = FormMenu.entries(in: stay.decided.phase, FormCondition.standing(in: stay.decided))
        let choices = entries.map { Choice($0.kind.rawValue, $0.key, $0.kind.words) }
        var fields: [Field] = [.computed("phase", "Stands at", stay.decided.phase.word)]
        if choices.isEmpty {
            fields.append(.computed("none", "", "nothing more can be entered here", style: .hint))
        } else {
            fields.append(Field("kind", "Go to", .choice(choices)))
        }
        var plan = FormPlan("Session", act: "open", fields)
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let kind = form.pick("kind").flatMap(FormKind.init) else { return .problem("kind", "a letter chooses") }
        return .replace(kind, typed: "")
    }
}
