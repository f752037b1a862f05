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
