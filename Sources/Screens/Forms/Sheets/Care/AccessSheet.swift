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

    enum Name: String, FieldName {
        case action, site, gauge, line, patent, infiltrated, clean, words
    }

    private enum Action: String, FormAnswer {
        case placed, checked, lost, removed
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let words = Field(Name.words, "Remark", .text)
        let rest: [Field] =
            switch form.answer(Name.action) as Action? {
            case .placed:
                [
                    Field(Name.site, "Site", .text, isRequired: true, hint: "left forearm"),
                    Field(Name.gauge, "Gauge", .text, isRequired: true, hint: "22G"),
                ]
            case .checked:
                lines(form, scene) + [Field(Name.patent, "Patent", .choice(YesNo.self), isRequired: true), words]
            case .lost:
                lines(form, scene) + [
                    Field(Name.infiltrated, "Infiltrated", .choice(Self.infiltrated), isRequired: true), words,
                ]
            case .removed:
                lines(form, scene) + [
                    Field(Name.clean, "Site dry and clean", .choice(YesNo.self), isRequired: true), words,
                ]
            case nil: []
            }
        return FormPlan([Field(Name.action, "The IV was", .choice(Action.self), isRequired: true)] + rest)
    }

    private static let infiltrated = [
        Choice(YesNo.yes, "yes, swollen: drug is in the tissue"), Choice(YesNo.no),
    ]

    /// Which line, where more than one is in the arm.
    private func lines(_ form: Form, _ scene: Scene) -> [Field] {
        let lines = form.stay(scene)?.decided.linesInArm ?? []
        guard lines.count > 1 else { return [] }
        let choices = Choice.numbered(lines.map { ("\($0.number)", Words.clean("\($0.site), \($0.gauge)")) })
        return [Field(Name.line, "Line", .choice(choices), isRequired: true)]
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let words = form.text(Name.words)
        let line = form.pick(Name.line).flatMap { Int($0) }
        let action: Action = try form.needed(Name.action)
        switch action {
        case .placed:
            return try form.record(.placeAccess(site: form.text(Name.site), gauge: form.text(Name.gauge)), scene)
        case .checked:
            let isPatent = try form.needed(Name.patent) == YesNo.yes
            return try form.record(.checkAccess(isPatent: isPatent, text: words, line: line), scene)
        case .lost:
            let isInfiltrated = try form.needed(Name.infiltrated) == YesNo.yes
            return try form.record(.loseAccess(text: words, line: line, isInfiltrated: isInfiltrated), scene)
        case .removed:
            let isClean = try form.needed(Name.clean) == YesNo.yes
            return try form.record(.removeAccess(siteIsClean: isClean, text: words, line: line), scene)
        }
    }
}
