package import Canvas

/// What every role looks like: colours from a base16 or base24 scheme, and a table of roles.
package struct Theme: Hashable, Sendable {
    package enum Variant: String, CaseIterable, Hashable, Sendable {
        case dark
        case light
    }

    /// One role's colours and the emphasis it always has.
    package struct Look: Hashable, Sendable {
        package var foreground: ThemeColor
        package var background: ThemeColor
        package var emphasis: Emphasis

        package init(_ foreground: ThemeColor, on background: ThemeColor, _ emphasis: Emphasis = []) {
            self.foreground = foreground
            self.background = background
            self.emphasis = emphasis
        }
    }

    package let name: String
    package let slug: String
    package let author: String
    package let variant: Variant
    /// The colours by slot, base00 first; base24's eight more filled in where a scheme has only sixteen.
    package let palette: [ThemeColor]
    private let looks: [Look]

    init(
        name: String,
        slug: String,
        author: String,
        variant: Variant,
        palette: [ThemeColor],
        looks chosen: [Role: Look]
    ) {
        self.name = name
        self.slug = slug
        self.author = author
        self.variant = variant
        self.palette = palette
        self.looks = Role.allCases.map { role in
            guard let look = Theme.locked(role) ?? chosen[role] else {
                preconditionFailure("a theme without a look for a role was made")
            }
            return look
        }
    }

    package subscript(role role: Role) -> Look { looks[Int(role.rawValue)] }

    /// The look of a style: the role's colours, on the bar or selection where the style stands on one.
    package subscript(style: Style) -> Look {
        var look = self[role: style.role]
        look.emphasis.formUnion(style.emphasis.subtracting([.onBar, .onSelection]))
        guard look.background == background else { return look }
        if style.emphasis.contains(.onBar) { look.background = self[role: .bar].background }
        if style.emphasis.contains(.onSelection) { look.background = self[role: .selection].background }
        return look
    }

    /// The screen's background: blank cells.
    package var background: ThemeColor { palette[0] }
}
