import Canvas

/// A bar that fills from the left.
enum Progress {
    /// Draws `part` of `whole` over `width` cells; it is full only when the whole is reached.
    static func draw(
        _ part: Int64,
        of whole: Int64,
        into frame: inout Frame,
        x: Int,
        y: Int,
        width: Int,
        role: Role,
        _ glyphs: Glyphs
    ) {
        guard width > 0 else { return }
        let share = whole > 0 ? Int(max(0, min(part, whole)) * Int64(width) / whole) : 0
        frame.rule(glyphs.barFull, x: x, y: y, width: share, style: Style(role, .bold))
        frame.rule(glyphs.barEmpty, x: x + share, y: y, width: width - share, style: .decor)
    }
}
