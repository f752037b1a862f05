package import Canvas

extension Theme {
    /// A role that is harder to read than it may be.
    package struct ContrastFinding: Hashable, Sendable, CustomStringConvertible {
        package var style: Style
        package var ratio: Double
        package var needed: Double
        /// Whether it is so only after reduction to a terminal's 256 colours.
        package var isIndexed: Bool

        package var description: String {
            let tenths = Int(ratio * 10)
            let depth = isIndexed ? " in 256 colours" : ""
            let place =
                style.emphasis.contains(.onBar) ? " on the bar" : style.emphasis.isEmpty ? "" : " in the selected row"
            return "\(style.role)\(place) has a contrast of \(tenths / 10).\(tenths % 10):1\(depth), needs \(needed):1"
        }
    }

    /// Every role that misses its contrast, in true colours and as reduced to 256.
    ///
    /// Text that stands on the bar or in the selected row needs 4.5:1 there; lines are not asked for there.
    package var contrastFindings: [ContrastFinding] {
        Role.allCases.flatMap { role -> [ContrastFinding] in
            let needed = role.facts.contrast
            var findings = findings(Style(role), needed)
            guard role != .decor else { return findings }
            for place in [Emphasis.onBar, .onSelection] { findings += self.findings(Style(role, place), 4.5) }
            return findings
        }
    }

    private func findings(_ style: Style, _ needed: Double) -> [ContrastFinding] {
        [(false, self[style]), (true, indexed(style).look)].compactMap { isIndexed, look in
            let ratio = look.foreground.contrast(to: look.background)
            guard ratio < needed else { return nil }
            return ContrastFinding(style: style, ratio: ratio, needed: needed, isIndexed: isIndexed)
        }
    }

    /// A style's look in a terminal's colours 16 to 255, moved to the next colour where its contrast asks for it.
    package func indexed(_ style: Style) -> (foreground: Int, background: Int, look: Look) {
        var look = self[style]
        let background = look.background.nearestIndex
        look.background = ThemeColor.indexed[background - 16]
        let isElsewhere = !style.emphasis.isDisjoint(with: [.onBar, .onSelection])
        let needed = isElsewhere ? 4.5 : style.role.facts.contrast
        let foreground = look.foreground.nearestIndex(on: look.background, contrast: needed)
        look.foreground = ThemeColor.indexed[foreground - 16]
        return (foreground, background, look)
    }
}
