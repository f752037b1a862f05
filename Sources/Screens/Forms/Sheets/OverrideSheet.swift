import Session

/// The prescriber decides to go on although a gate says no: who, how it reached the nurse, and about each thing
/// whether to go on, in which words.
struct OverrideSheet: FormSheet {
    private static let verdicts = [Choice("yes", "y", "go on"), Choice("no", "n", "not decided")]

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        guard !Self.isDiscrepancy(form) else { return discrepancy(form) }
        var fields = [
            Field("prescriber", "Prescriber", .text, isRequired: true, hint: StaffChoices.prescribers(context)),
            Field("way", "Way", .choice(StaffChoices.ways), isRequired: true),
        ]
        for item in form.covered { fields += decision(on: item, form) }
        if form.pick("way") == OrderWay.telephoneReadBack.rawValue {
            let words = "stays on the open list until the prescriber authenticates it"
            fields.append(.computed("open", "", words, style: .hint))
        }
        return FormPlan("Prescriber's decision", fields)
    }

    /// One decision for one thing: a word said about one never covers another.
    private func decision(on item: Need, _ form: Form) -> [Field] {
        let head = Field.computed("covers." + item.code, "About", Words.sentence(of: item), style: .warning)
        let words = Field(
            "words." + item.code,
            "Decision",
            .text,
            isRequired: true,
            hint: "in the prescriber's words"
        )
        guard form.covered.count > 1 else { return [head, words] }
        let verdict = Field("goes." + item.code, "Goes on", .choice(Self.verdicts), isRequired: true)
        return form.pick("goes." + item.code) == "yes" ? [head, verdict, words] : [head, verdict]
    }

    private func discrepancy(_ form: Form) -> FormPlan {
        var fields: [Field] = []
        for item in form.covered {
            fields.append(.computed("covers." + item.code, "Discrepancy", Words.sentence(of: item), style: .warning))
            fields.append(
                Field(
                    "words." + item.code,
                    "Explained by",
                    .text,
                    isRequired: true,
                    hint: "what was found, and who looks"
                )
            )
        }
        return FormPlan("Discrepancy, signed by \(Words.clean(form.text("prescriber")))", fields)
    }

    private static func isDiscrepancy(_ form: Form) -> Bool {
        !form.covered.isEmpty && form.covered.allSatisfy(\.isDiscrepancy)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let prescriber = form.text("prescriber")
        if !Self.isDiscrepancy(form) {
            if let doubt = StaffChoices.prescriberDoubt(prescriber, context), form.remembered["prescriber"] == nil {
                return .ask(.confirm([doubt], yes: "a prescriber", .remember("prescriber", "yes")))
            }
        }
        let decided = form.covered.filter { form.covered.count == 1 || form.pick("goes." + $0.code) != "no" }
        let way = form.pick("way").flatMap(OrderWay.init) ?? .written
        let commands = decided.map { item in
            let words = form.text("words." + item.code)
            return Command.grantOverride(
                Override(requirements: [item.code], prescriber: prescriber, way: way, text: words)
            )
        }
        guard let first = commands.first else { return .problem("prescriber", "nothing was decided: Esc goes back") }
        return form.record(first, then: Array(commands.dropFirst()), context)
    }
}
