import Session

/// The IV: placed, checked, lost, removed.
struct AccessSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let actions = [
            Choice("placed", "p", "placed"), Choice("checked", "c", "checked"), Choice("lost", "l", "lost"),
            Choice("removed", "r", "removed"),
        ]
        let words = Field("words", "Remark", .text)
        let rest: [Field] =
            switch form.pick("action") {
            case "placed":
                [
                    Field("site", "Site", .text, isRequired: true, hint: "left forearm"),
                    Field("gauge", "Gauge", .text, isRequired: true, hint: "22G"),
                ]
            case "checked": [Field("patent", "Patent", .choice(StaffChoices.yesNo), isRequired: true), words]
            case "lost": [words]
            case "removed":
                [Field("clean", "Site dry and clean", .choice(StaffChoices.yesNo), isRequired: true), words]
            default: []
            }
        return FormPlan("IV access", [Field("action", "The IV was", .choice(actions), isRequired: true)] + rest)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let words = form.text("words")
        let command: Command =
            switch form.pick("action") {
            case "placed": .placeAccess(site: form.text("site"), gauge: form.text("gauge"))
            case "checked": .checkAccess(isPatent: form.pick("patent") == "yes", text: words)
            case "removed": .removeAccess(siteIsClean: form.pick("clean") == "yes", text: words)
            default: .loseAccess(text: words)
            }
        return form.record(command, context)
    }
}
