package import Session

/// A member of staff to be entered; the staff log gives the id.
package struct NewStaff: Hashable, Sendable {
    package var name: String
    package var role: StaffRole
    package var by: Author?

    package init(name: String, role: StaffRole, by: Author?) {
        self.name = name
        self.role = role
        self.by = by
    }
}
