import Session
import Wording

/// What several forms offer and ask.
enum StaffChoices {
    /// The protocol's reasons, numbered.
    static func reasons(_ reasons: [Reason]) -> [Choice] {
        Choice.numbered(reasons.map { ($0.code, $0.text) })
    }

    /// The names of the prescribers on the staff list, for the hint of a prescriber's field.
    static func prescribers(_ scene: Scene) -> String {
        let names = scene.surroundings.staff.filter { $0.role == .prescriber && $0.isActive }.map(\.name)
        return names.isEmpty ? "who ordered it" : names.prefix(3).joined(separator: ", ")
    }

    private enum Asked: String, FieldName {
        case prescriber
    }

    /// Asks about a prescriber's name whom the staff list knows as something else, until it was said.
    static func confirmPrescriber(_ name: String, _ form: Form, _ scene: Scene) throws(FormStop) {
        let doubt = prescriberDoubt(name, scene)
        try form.confirm(Asked.prescriber, doubt.map { [$0] } ?? [], yes: "a prescriber")
    }

    /// What is asked about a prescriber's name that the staff list knows as somebody who is none; the typist's own is
    /// refused without a question.
    private static func prescriberDoubt(_ name: String, _ scene: Scene) -> String? {
        guard !PersonName.isSame(name, scene.typing?.name) else { return nil }
        let alike = scene.surroundings.staff.filter { $0.isActive && PersonName.mayBeSame(name, $0.name) }
        guard let first = alike.first, !alike.contains(where: { $0.role == .prescriber }) else { return nil }
        return "\(Words.clean(first.name)) is on the staff list as \(first.role.rawValue): is \(Words.clean(name)) "
            + "a prescriber?"
    }
}
