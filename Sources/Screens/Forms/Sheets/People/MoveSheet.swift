import Session

/// To another chair, or to the WAITING row.
struct MoveSheet: FormSheet {
    enum Name: String, FieldName {
        case chair
    }

    var facts: FormFacts {
        FormFacts(
            "move to a chair",
            help: "move to another chair",
            menu: FormMenu(
                "m",
                [.screening: 70, .ready: 80, .dosing: 80, .paused: 90, .observing: 70, .dischargeReady: 70]
            ),
            refusalKey: "m"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let here = form.stay(scene)?.decided.chair ?? "WAITING"
        return FormPlan(
            title: "Move",
            act: "move",
            [
                .computed("From", here),
                Field(
                    Name.chair,
                    "To",
                    .choice(ChairChoices.free(scene)),
                    isRequired: true
                ),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        try form.record(.move(chair: ChairChoices.chair(Name.chair, form, scene)), scene)
    }
}
