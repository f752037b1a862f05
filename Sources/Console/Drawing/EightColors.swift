import Canvas
import Settings

/// What styles look like with a terminal's own eight colours, whose shades nobody knows.
///
/// Text keeps the terminal's own colours, which are readable on each other.
enum EightColors {
    static func look(_ style: Style) -> RoleFacts.EightColorLook {
        var look = style.role.facts.eight
        look.emphasis.formUnion(style.emphasis)
        if !style.emphasis.isDisjoint(with: [.onBar, .onSelection]) {
            look = .init(.own, on: .own, look.emphasis.union(.reverse))
        }
        return look
    }
}
