/// Who made an entry.
package enum Author: Hashable, Sendable {
    /// A member of staff, by the id that is never used twice, in the role they held then.
    case staff(id: String, role: StaffRole)
    /// A device, by its id.
    case device(id: String)
    /// The station itself.
    case system
}

/// What a member of staff may sign for.
package enum StaffRole: String, CaseIterable, Hashable, Sendable {
    case nurse
    case prescriber
    case supervisor
    case assistant
}

/// A member of staff as printed: the id that events carry and the name that people read.
package struct StaffMember: Hashable, Sendable {
    package var id: String
    package var name: String
    package var role: StaffRole
    package var isActive: Bool

    package init(id: String, name: String, role: StaffRole, isActive: Bool = true) {
        self.id = id
        self.name = name
        self.role = role
        self.isActive = isActive
    }
}

/// Where a value came from.
package enum Source: String, CaseIterable, Hashable, Sendable {
    case manual
    case device
    case paper
    case system
}
