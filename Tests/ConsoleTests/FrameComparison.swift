import Canvas
import Settings
import TestSupport
import Testing

/// Compares what a terminal shows with what was drawn, cell by cell.
enum FrameComparison {
    /// The first few differences in words; empty when every cell has its text, colours and emphasis.
    static func differences(_ screen: VirtualScreen, _ frame: Frame, theme: Theme, isDirect: Bool = false) -> [String] {
        var found: [String] = []
        var looks: [Style: Expected] = [:]
        for y in 0..<frame.size.rows {
            for x in 0..<frame.size.columns where found.count < 5 {
                let drawn = frame[x, y]
                let shown = screen.cell(x, y)
                let expected = looks[drawn.style] ?? expected(drawn.style, theme, isDirect)
                looks[drawn.style] = expected
                if shown.text != drawn.text {
                    found.append("(\(x),\(y)) text \"\(shown.text)\" not \"\(drawn.text)\"")
                }
                if drawn.isContinuation { continue }
                if shown.background != expected.background {
                    found.append("(\(x),\(y)) background \(shown.background) not \(expected.background)")
                }
                let hasInk = drawn.text != " " || expected.isUnderlined
                guard hasInk else { continue }
                if shown.foreground != expected.foreground {
                    found.append("(\(x),\(y)) foreground \(shown.foreground) not \(expected.foreground)")
                }
                if shown.isBold != expected.isBold || shown.isUnderlined != expected.isUnderlined {
                    found.append("(\(x),\(y)) bold \(shown.isBold), underlined \(shown.isUnderlined)")
                }
            }
        }
        return found
    }

    private struct Expected {
        var foreground: VirtualScreen.Color
        var background: VirtualScreen.Color
        var isBold: Bool
        var isUnderlined: Bool
    }

    private static func expected(_ style: Style, _ theme: Theme, _ isDirect: Bool) -> Expected {
        let look = theme[style]
        let indexed = theme.indexed(style)
        return Expected(
            foreground: isDirect ? .direct(max(8, look.foreground.value)) : .indexed(indexed.foreground),
            background: isDirect ? .direct(max(8, look.background.value)) : .indexed(indexed.background),
            isBold: look.emphasis.contains(.bold),
            isUnderlined: look.emphasis.contains(.underline)
        )
    }
}
