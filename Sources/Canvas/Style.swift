/// A role plus emphasis; never a colour.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var emphasis: Emphasis

    package init(_ role: Role, _ emphasis: Emphasis = []) {
        self.role = role
        self.emphasis = emphasis
    }

    package static let text = Style(.text)
    package static let secondary = Style(.secondary)
    package static let decor = Style(.decor)
    package static let title = Style(.title, .bold)
}
