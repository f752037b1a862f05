import Canvas
package import Wording

extension Words {
    /// Text cut to so many cells, with an ellipsis of dots where something is missing.
    ///
    /// Two plain dots, because the single-character ellipsis is two cells wide on some terminals.
    package static func clip(_ text: String, _ cells: Int) -> String {
        let drawn = clean(text)
        var width = 0
        for scalar in drawn.unicodeScalars { width += max(0, CellWidth.of(scalar)) }
        guard width > cells else { return drawn }
        guard cells > 2 else { return String(repeating: ".", count: max(0, cells)) }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in drawn.unicodeScalars {
            let step = max(0, CellWidth.of(scalar))
            if used + step > cells - 2 { break }
            kept.append(scalar)
            used += step
        }
        return String(kept) + ".."
    }
}
