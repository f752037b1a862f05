import Session

/// To another chair, or to the WAITING row.
struct MoveSheet: FormSheet {
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
            "Move",
            act: "move",
            [
                .computed("here", "From", here),
                Field(
                    "chair",
                    "To",
                    .choice(ChairChoices.free(scene)),
                    isRequired: true
                ),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let chair = form.pick("chair")
        if let problem = ChairChoices.problem(chair, scene) { return .problem("chair", problem) }
        return form.record(.move(chair: chair == ChairChoices.none ? nil : chair), scene)
    }
}
