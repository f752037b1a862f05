import Session

/// Answers that several forms offer.
enum StaffChoices {
    static let roles = [
        Choice(StaffRole.nurse.rawValue, "n", "nurse"),
        Choice(StaffRole.prescriber.rawValue, "p", "prescriber"),
        Choice(StaffRole.supervisor.rawValue, "s", "supervisor"),
        Choice(StaffRole.assistant.rawValue, "a", "assistant"),
    ]

    static let yesNo = [Choice("yes", "y", "yes"), Choice("no", "n", "no")]

    static let ways = [
        Choice(OrderWay.written.rawValue, "w", "written"),
        Choice(OrderWay.telephoneReadBack.rawValue, "t", "by telephone, read back"),
    ]

    /// The protocol's reasons, numbered.
    static func reasons(_ reasons: [Reason]) -> [Choice] {
        Choice.numbered(reasons.map { ($0.code, $0.text) })
    }

    /// The names of the prescribers on the staff list, for the hint of a prescriber's field.
    static func prescribers(_ context: FormContext) -> String {
        let names = context.surroundings.staff.filter { $0.role == .prescriber && $0.isActive }.map(\.name)
        return names.isEmpty ? "who ordered it" : names.prefix(3).joined(separator: ", ")
    }
}
