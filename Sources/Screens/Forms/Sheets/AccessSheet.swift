import Session
import Wording

/// The IV: placed, checked, lost, removed.
struct AccessSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "IV access",
            help: "IV placed, checked, lost, removed; what the pump reads",
            keys: [FormKey("i", "IV, pump", in: .live, unless: .pumpUntold)],
            menu: FormMenu(
                "a",
                [.screening: 40, .ready: 20, .dosing: 60, .paused: 70, .observing: 40, .dischargeReady: 40]
            ),
            refusalKey: "i"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
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
            case "checked":
                lines(form, scene) + [
                    Field("patent", "Patent", .choice(StaffChoices.yesNo), isRequired: true), words,
                ]
            case "lost":
                lines(form, scene)
                    + [Field("infiltrated", "Infiltrated", .choice(Self.infiltrated), isRequired: true), words]
            case "removed":
                lines(form, scene) + [
                    Field("clean", "Site dry and clean", .choice(StaffChoices.yesNo), isRequired: true), words,
                ]
            default: []
            }
        return FormPlan("IV access", [Field("action", "The IV was", .choice(actions), isRequired: true)] + rest)
    }

    private static let infiltrated = [
        Choice("yes", "y", "yes, swollen: drug is in the tissue"), Choice("no", "n", "no"),
    ]

    /// Which line, where more than one is in the arm.
    private func lines(_ form: Form, _ scene: Scene) -> [Field] {
        let lines = form.stay(scene)?.decided.linesInArm ?? []
        guard lines.count > 1 else { return [] }
        let choices = Choice.numbered(lines.map { ("\($0.number)", Words.clean("\($0.site), \($0.gauge)")) })
        return [Field("line", "Line", .choice(choices), isRequired: true)]
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let words = form.text("words")
        let line = form.pick("line").flatMap { Int($0) }
        let command: Command =
            switch form.pick("action") {
            case "placed": .placeAccess(site: form.text("site"), gauge: form.text("gauge"))
            case "checked": .checkAccess(isPatent: form.pick("patent") == "yes", text: words, line: line)
            case "removed": .removeAccess(siteIsClean: form.pick("clean") == "yes", text: words, line: line)
            default: .loseAccess(text: words, line: line, isInfiltrated: form.pick("infiltrated") == "yes")
            }
        return form.record(command, scene)
    }
}
