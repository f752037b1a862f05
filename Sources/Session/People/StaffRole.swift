/// What a member of staff may sign for.
package enum StaffRole: String, CaseIterable, Hashable, Sendable {
    case nurse
    case prescriber
    case supervisor
    case assistant
}
