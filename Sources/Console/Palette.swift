import CNcurses
import Canvas
import Settings

/// Turns styles into the attributes and colour pairs of this terminal.
struct Palette {
    struct Ink: Hashable, Sendable {
        var attributes: attr_t
        var pair: Int32
    }

    let depth: Wire.ColorDepth
    private let theme: Theme
    private var inks: [Style: Ink] = [:]
    private var pairs: [[Int32]: Int32] = [:]

    init(_ theme: Theme, depth: Wire.ColorDepth) {
        self.theme = theme
        self.depth = depth
    }

    mutating func ink(_ style: Style) -> Ink {
        if let ink = inks[style] { return ink }
        let ink = make(style)
        inks[style] = ink
        return ink
    }

    private mutating func make(_ style: Style) -> Ink {
        switch depth {
        case .none: return Ink(attributes: attributes(Monochrome.emphasis(style)), pair: 0)
        case .eight, .sixteen:
            let look = EightColors.look(style)
            return Ink(attributes: attributes(look.emphasis), pair: pair(look.foreground, look.background))
        case .indexed:
            let look = theme.indexed(style)
            let pair = pair(Int32(look.foreground), Int32(look.background))
            return Ink(attributes: attributes(look.look.emphasis), pair: pair)
        case .direct:
            let look = theme[style]
            let pair = pair(Self.direct(look.foreground), Self.direct(look.background))
            return Ink(attributes: attributes(look.emphasis), pair: pair)
        }
    }

    /// The numbers 0 to 7 mean the terminal's own colours there, so the darkest blues become the next one.
    private static func direct(_ color: ThemeColor) -> Int32 {
        max(8, Int32(color.value))
    }

    private func attributes(_ emphasis: Emphasis) -> attr_t {
        var result: attr_t = 0
        if emphasis.contains(.bold) { result |= nc_bold() }
        if emphasis.contains(.underline) { result |= nc_underline() }
        if emphasis.contains(.reverse) { result |= nc_reverse() }
        return result
    }

    /// `alloc_pair` reads unallocated memory where the terminal has no colours, so it is reached with colours only.
    private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        if let known = pairs[[foreground, background]] { return known }
        let pair = max(0, alloc_pair(foreground, background))
        pairs[[foreground, background]] = pair
        return pair
    }
}
