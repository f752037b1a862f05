import Session
import Wording

/// The prescriber decides to go on although a gate says no: who, how it reached the nurse, and about each thing
/// whether to go on, in which words.
struct OverrideSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "prescriber's decision",
            help: "the prescriber decides about the weight that the order is not for",
            menu: FormMenu("d", [.dosing: 50, .paused: 60], if: .weightDiffers)
        )
    }

    private static let verdicts = [Choice("yes", "y", "go on"), Choice("no", "n", "not decided")]

    /// Opened from the session's menu, with no refusal behind it: about the weight that the order is not for.
    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let difference = form.stay(scene)?.decided.weightDifference else { return }
        form.covered = [.orderForWeight(difference)]
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard !Self.isDiscrepancy(form) else { return discrepancy(form) }
        var fields = [
            Field("prescriber", "Prescriber", .text, isRequired: true, hint: StaffChoices.prescribers(scene)),
            Field("way", "Way", .choice(StaffChoices.ways), isRequired: true),
        ]
        for item in form.covered { fields += about(item, form) }
        fields.append(Field("words", "Decision", .text, isRequired: true, hint: "in the prescriber's words"))
        if decided(form).contains(where: \.facts.carriesOwnLimits) { fields += limits(form, scene) }
        if form.pick("way") == OrderWay.telephoneReadBack.rawValue {
            let words = "stays on the open list until the prescriber authenticates it"
            fields.append(.computed("open", "", words, style: .hint))
        }
        return FormPlan("Prescriber's decision", fields)
    }

    /// One decision names all that is open, and of several things each is said yes or no to.
    private func about(_ item: Need, _ form: Form) -> [Field] {
        let head = Field.computed("covers." + item.code, "About", Words.sentence(of: item), style: .warning)
        guard form.covered.count > 1 else { return [head] }
        return [head, Field("goes." + item.code, "Goes on", .choice(Self.verdicts), isRequired: true)]
    }

    private func decided(_ form: Form) -> [Need] {
        form.covered.filter { form.covered.count == 1 || form.pick("goes." + $0.code) == "yes" }
    }

    /// The limits this session would have, offered: with the protocol's the alarm would stand from the first set on.
    private func limits(_ form: Form, _ scene: Scene) -> [Field] {
        guard let session = form.stay(scene)?.decided else { return [] }
        let own = session.goAheadLimits
        let words = [Parameter.systolicMmHg, .diastolicMmHg, .spo2Percent].compactMap { parameter -> String? in
            guard let limits = own[parameter], limits != session.rules.limits[parameter] else { return nil }
            let medium = limits.mediumAtOrAbove.map { ">= \($0)" } ?? limits.mediumBelow.map { "< \($0)" } ?? ""
            let high = limits.highAtOrAbove.map { ">= \($0)" } ?? limits.highBelow.map { "< \($0)" } ?? ""
            return "\(parameter.label) medium \(medium) high \(high)"
        }
        guard !words.isEmpty else { return [] }
        let choices = [Choice("own", "y", "for this session"), Choice("protocol", "n", "the protocol's")]
        return [
            .computed("limits", "Limits", words.joined(separator: ", "), style: .hint),
            Field("ownLimits", "These", .choice(choices), isRequired: true),
        ]
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

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let prescriber = form.text("prescriber")
        if !Self.isDiscrepancy(form) {
            if let doubt = StaffChoices.prescriberDoubt(prescriber, scene), form.remembered["prescriber"] == nil {
                return .ask(.confirm([doubt], yes: "a prescriber", .remember("prescriber", "yes")))
            }
        }
        let way = form.pick("way").flatMap(OrderWay.init) ?? .written
        guard Self.isDiscrepancy(form) else {
            let decided = decided(form)
            guard !decided.isEmpty else { return .problem("prescriber", "nothing was decided: Esc goes back") }
            let decision = Override(
                on: decided,
                prescriber: prescriber,
                way: way,
                text: form.text("words"),
                carriesOwnLimits: form.pick("ownLimits") == "own"
            )
            return form.record(.grantOverride(decision), scene)
        }
        let commands = form.covered.map { item in
            Command.grantOverride(
                Override(on: [item], prescriber: prescriber, way: way, text: form.text("words." + item.code))
            )
        }
        guard let first = commands.first else { return .problem("prescriber", "nothing was decided: Esc goes back") }
        return form.record(first, then: Array(commands.dropFirst()), scene)
    }
}
