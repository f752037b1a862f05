/// A key as a screen sees it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
    /// A printable character.
    case character(Character)
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1 to F12.
    case function(Int)
    /// A letter with Control held, lower case: `control("c")`.
    case control(Character)
    /// A character with Alt held.
    case alt(Character)
    /// Pasted text, already stripped of control characters; it never presses keys.
    case paste(String)
    /// A click of the first mouse button.
    case click(Point)
    /// The mouse wheel, up negative.
    case wheel(Int, Point)
}
