/// Who made an entry.
package enum Author: Hashable, Sendable {
    /// A member of staff, by the id that is never used twice, in the role they held then.
    case staff(id: String, role: StaffRole)
    /// A device, by its id.
    case device(id: String)
    /// The station itself.
    case system
}
