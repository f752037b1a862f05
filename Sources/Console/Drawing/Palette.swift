import CNcurses
import Canvas
import Settings

/// Turns styles into the attributes and colour pairs of this terminal.
struct Palette {
    struct Ink: Hashable, Sendable {
        var attributes: attr_t
        var pair: Int32
        /// Inks with the same number look the same on a blank; nil where a blank shows more than its background.
        var blank: Int32?
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
        case .none: return ink(Monochrome.emphasis(style), -1, nil)
        case .eight, .sixteen:
            let look = EightColors.look(style)
            return ink(look.emphasis, look.background.rawValue, look.foreground.rawValue)
        case .indexed:
            let look = theme.indexed(style)
            return ink(look.look.emphasis, Int32(look.background), Int32(look.foreground))
        case .direct:
            let look = theme[style]
            return ink(look.emphasis, Self.direct(look.background), Self.direct(look.foreground))
        }
    }

    private mutating func ink(_ emphasis: Emphasis, _ background: Int32, _ foreground: Int32?) -> Ink {
        let isBlankVisible = !emphasis.isDisjoint(with: [.underline, .reverse])
        return Ink(
            attributes: attributes(emphasis),
            pair: foreground.map { pair($0, background) } ?? 0,
            blank: isBlankVisible ? nil : background
        )
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
