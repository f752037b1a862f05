import Session

/// The prescriber decides to go on although a gate says no: who, how it reached the nurse, and in which words.
struct OverrideSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let covered = form.covered.map { Field.computed("covers." + $0.code, "Covers", $0.sentence, style: .warning) }
        return FormPlan(
            "Prescriber's decision",
            covered + [
                Field("prescriber", "Prescriber", .text, isRequired: true, hint: StaffChoices.prescribers(context)),
                Field("way", "Way", .choice(StaffChoices.ways), isRequired: true),
                Field("words", "Decision", .text, isRequired: true, hint: "in the prescriber's words"),
                .computed("open", "", "stays on the open list until the prescriber authenticates it", style: .hint),
            ]
        )
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let override = Override(
            requirements: form.covered.map(\.code),
            prescriber: form.text("prescriber"),
            way: form.pick("way").flatMap(OrderWay.init) ?? .written,
            text: form.text("words")
        )
        return form.record(.grantOverride(override), context)
    }
}
