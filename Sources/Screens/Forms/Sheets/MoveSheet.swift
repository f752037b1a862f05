import Session

/// To another chair, or to the WAITING row.
struct MoveSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let here = form.stay(context)?.decided.chair ?? "WAITING"
        return FormPlan(
            "Move",
            act: "move",
            [
                .computed("here", "From", here),
                Field(
                    "chair",
                    "To",
                    .choice(ChairChoices.free(context)),
                    isRequired: true
                ),
            ]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let chair = form.pick("chair")
        if let problem = ChairChoices.problem(chair, context) { return .problem("chair", problem) }
        return form.record(.move(chair: chair == ChairChoices.none ? nil : chair), context)
    }
}
