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

    enum Name: String, FieldName {
        case prescriber
        case way
        /// Of one thing among several: whether it goes on, and what explains it.
        case goes
        case explained
        case words
        case limits
    }

    private static let verdicts = [Choice(YesNo.yes, "go on"), Choice(YesNo.no, "not decided")]

    private static let limits = [Choice(YesNo.yes, "for this session"), Choice(YesNo.no, "the protocol's")]

    /// Opened from the session's menu, with no refusal behind it: about the weight that the order is not for.
    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let difference = form.stay(scene)?.decided.weightDifference else { return }
        form.covered = [.orderForWeight(difference)]
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard !Self.isDiscrepancy(form) else { return discrepancy(form, scene) }
        var fields = [
            Field(Name.prescriber, "Prescriber", .text, isRequired: true, hint: StaffChoices.prescribers(scene)),
            Field(Name.way, "Way", .choice(OrderWay.self), isRequired: true),
        ]
        for item in form.covered { fields += about(item, form) }
        fields.append(Field(Name.words, "Decision", .text, isRequired: true, hint: "in the prescriber's words"))
        if decided(form).contains(where: \.facts.carriesOwnLimits) { fields += limits(form, scene) }
        if form.answer(Name.way) == OrderWay.telephoneReadBack {
            let words = "stays on the open list until the prescriber authenticates it"
            fields.append(.computed("", words, style: .hint))
        }
        return FormPlan(fields)
    }

    /// One decision names all that is open, and of several things each is said yes or no to.
    private func about(_ item: Need, _ form: Form) -> [Field] {
        let head = Field.computed("About", Words.sentence(of: item), style: .warning)
        guard form.covered.count > 1 else { return [head] }
        return [head, Field(Name.goes.of(item.code), "Goes on", .choice(Self.verdicts), isRequired: true)]
    }

    private func decided(_ form: Form) -> [Need] {
        form.covered.filter { form.covered.count == 1 || form.answer(Name.goes.of($0.code)) == YesNo.yes }
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
        return [
            .computed("Limits", words.joined(separator: ", "), style: .hint),
            Field(Name.limits, "These", .choice(Self.limits), isRequired: true),
        ]
    }

    private func discrepancy(_ form: Form, _ scene: Scene) -> FormPlan {
        var fields: [Field] = []
        for item in form.covered {
            fields.append(.computed("Discrepancy", Words.sentence(of: item), style: .warning))
            fields.append(
                Field(
                    Name.explained.of(item.code),
                    "Explained by",
                    .text,
                    isRequired: true,
                    hint: "what was found, and who looks"
                )
            )
        }
        return FormPlan(title: "Discrepancy, signed by \(Words.clean(Self.signer(scene)))", fields)
    }

    /// A discrepancy is signed by the hand that types.
    private static func signer(_ scene: Scene) -> String { scene.typing?.name ?? "" }

    private static func isDiscrepancy(_ form: Form) -> Bool {
        !form.covered.isEmpty && form.covered.allSatisfy(\.isDiscrepancy)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        Self.isDiscrepancy(form) ? try sign(form, scene) : try decide(form, scene)
    }

    private func decide(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        try StaffChoices.confirmPrescriber(form.text(Name.prescriber), form, scene)
        let decided = decided(form)
        guard !decided.isEmpty else { throw .problem(Name.prescriber, "nothing was decided: Esc goes back") }
        let decision = Override(
            on: decided,
            prescriber: form.text(Name.prescriber),
            way: try form.needed(Name.way),
            text: form.text(Name.words),
            carriesOwnLimits: form.answer(Name.limits) == YesNo.yes
        )
        return try form.record(.grantOverride(decision), scene)
    }

    /// One signature for each discrepancy, one after the other.
    private func sign(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let commands = form.covered.map { item in
            let text = form.text(Name.explained.of(item.code))
            let override = Override(on: [item], prescriber: Self.signer(scene), way: .written, text: text)
            return Command.grantOverride(override)
        }
        guard let first = commands.first else { throw .problem("nothing was decided: Esc goes back") }
        return try form.record(first, then: Array(commands.dropFirst()), scene)
    }
}
