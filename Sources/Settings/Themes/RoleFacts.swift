package import Canvas

/// What a role looks like: one row for each, in `Role.facts`.
///
/// Colour is never the only sign, so each row also says how the role stands out where there are no colours.
package struct RoleFacts: Sendable {
    /// The contrast it needs, by WCAG 2.2: 7:1 (1.4.6) for values read at arm's length at the end of a long day, 4.5:1
    /// (1.4.3) for other text, 3:1 (1.4.11) for lines that are no text.
    package var contrast: Double
    package var look: Look
    /// The emphasis where there are no colours.
    package var monochrome: Emphasis
    /// The look in a terminal's own eight colours, whose shades nobody knows.
    package var eight: EightColorLook

    /// Where its colours come from.
    package enum Look: Hashable, Sendable {
        /// Slots of the theme's palette, and the emphasis it has when a theme does not say; any base16 scheme will do.
        case palette(foreground: Int, background: Int, Emphasis)
        /// The same in every theme: a nurse who changes places must know it.
        case locked(foreground: UInt32, background: UInt32, Emphasis)
    }

    /// One of a terminal's eight colours, or its own; blue is not among them, it is too dark on black.
    package enum TerminalColor: Int32, Hashable, Sendable {
        case own = -1
        case black = 0
        case red = 1
        case green = 2
        case yellow = 3
        case magenta = 5
        case cyan = 6
        case white = 7
    }

    package struct EightColorLook: Hashable, Sendable {
        package var foreground: TerminalColor
        package var background: TerminalColor
        package var emphasis: Emphasis

        package init(_ foreground: TerminalColor, on background: TerminalColor = .own, _ emphasis: Emphasis = []) {
            self.foreground = foreground
            self.background = background
            self.emphasis = emphasis
        }
    }

    init(
        _ slot: Int,
        on background: Int = 0x00,
        _ emphasis: Emphasis = [],
        contrast: Double,
        monochrome: Emphasis = [],
        eight: EightColorLook
    ) {
        self.contrast = contrast
        self.look = .palette(foreground: slot, background: background, emphasis)
        self.monochrome = monochrome
        self.eight = eight
    }

    init(
        locked foreground: UInt32,
        on background: UInt32,
        _ emphasis: Emphasis = [],
        contrast: Double,
        monochrome: Emphasis,
        eight: EightColorLook
    ) {
        self.contrast = contrast
        self.look = .locked(foreground: foreground, background: background, emphasis)
        self.monochrome = monochrome
        self.eight = eight
    }
}

extension Role {
    package var facts: RoleFacts {
        switch self {
        case .text: RoleFacts(0x05, contrast: 7, eight: .init(.own))
        case .secondary: RoleFacts(0x04, contrast: 4.5, eight: .init(.own))
        case .decor: RoleFacts(0x03, contrast: 3, eight: .init(.own))
        case .title:
            RoleFacts(0x07, on: 0x00, .bold, contrast: 7, monochrome: .bold, eight: .init(.own, on: .own, .bold))
        case .focus:
            RoleFacts(0x0D, on: 0x00, .bold, contrast: 4.5, monochrome: .bold, eight: .init(.cyan, on: .own, .bold))
        case .selection:
            RoleFacts(0x07, on: 0x02, contrast: 7, monochrome: .reverse, eight: .init(.own, on: .own, .reverse))
        case .bar:
            RoleFacts(0x05, on: 0x01, contrast: 4.5, monochrome: .reverse, eight: .init(.own, on: .own, .reverse))
        case .key:
            RoleFacts(
                0x0D,
                on: 0x01,
                .bold,
                contrast: 4.5,
                monochrome: [.reverse, .bold],
                eight: .init(.own, on: .own, [.reverse, .bold])
            )
        case .good: RoleFacts(0x0B, contrast: 7, eight: .init(.green))
        case .caution: RoleFacts(0x09, contrast: 7, monochrome: .bold, eight: .init(.yellow))
        case .info: RoleFacts(0x0D, contrast: 4.5, eight: .init(.cyan))
        case .note: RoleFacts(0x0E, contrast: 4.5, eight: .init(.magenta))
        case .amended: RoleFacts(0x0F, contrast: 4.5, eight: .init(.yellow))
        case .saving: RoleFacts(0x0C, contrast: 7, eight: .init(.cyan))
        case .draft:
            RoleFacts(0x07, on: 0x01, contrast: 7, monochrome: .underline, eight: .init(.own, on: .own, .underline))
        // White on red 5.5:1, black on amber 13:1, black on cyan 12:1; they stay apart under the three kinds of colour
        // blindness, and each carries its stars and words.
        case .alarmHigh:
            RoleFacts(
                locked: 0xFFFFFF,
                on: 0xD3002D,
                .bold,
                contrast: 4.5,
                monochrome: [.reverse, .bold],
                eight: .init(.white, on: .red, .bold)
            )
        case .alarmMedium:
            RoleFacts(
                locked: 0x000000,
                on: 0xFFC400,
                .bold,
                contrast: 4.5,
                monochrome: .reverse,
                eight: .init(.black, on: .yellow)
            )
        case .alarmLow:
            RoleFacts(
                locked: 0x000000,
                on: 0x4FD8EB,
                contrast: 4.5,
                monochrome: .underline,
                eight: .init(.black, on: .cyan)
            )
        case .alarmHighText:
            RoleFacts(0x08, on: 0x00, .bold, contrast: 7, monochrome: .bold, eight: .init(.red, on: .own, .bold))
        case .alarmMediumText:
            RoleFacts(0x0A, on: 0x00, .bold, contrast: 7, monochrome: .bold, eight: .init(.yellow, on: .own, .bold))
        case .alarmLowText: RoleFacts(0x0C, contrast: 7, monochrome: .bold, eight: .init(.cyan, on: .own, .bold))
        case .fault:
            RoleFacts(
                0x00,
                on: 0x0E,
                .bold,
                contrast: 4.5,
                monochrome: [.reverse, .bold],
                eight: .init(.white, on: .magenta, .bold)
            )
        case .simulated:
            RoleFacts(0x0E, on: 0x00, .bold, contrast: 4.5, monochrome: .bold, eight: .init(.magenta, on: .own, .bold))
        case .stateInfusing: RoleFacts(0x0B, contrast: 7, monochrome: .bold, eight: .init(.green, on: .own, .bold))
        case .statePaused: RoleFacts(0x09, contrast: 7, monochrome: .bold, eight: .init(.yellow, on: .own, .bold))
        case .stateObserving: RoleFacts(0x0D, contrast: 7, monochrome: .bold, eight: .init(.cyan, on: .own, .bold))
        case .stateBefore: RoleFacts(0x04, contrast: 4.5, monochrome: .bold, eight: .init(.own, on: .own, .bold))
        case .stateLeaving: RoleFacts(0x0C, contrast: 4.5, monochrome: .bold, eight: .init(.cyan, on: .own, .bold))
        case .laneBloodPressure: RoleFacts(0x12, contrast: 7, eight: .init(.magenta))
        case .laneHeartRate: RoleFacts(0x0B, contrast: 7, eight: .init(.green))
        case .laneOxygen: RoleFacts(0x0C, contrast: 7, eight: .init(.cyan))
        }
    }
}

extension Theme {
    /// The look a role has when a theme file does not say.
    static func usual(_ role: Role, in palette: [ThemeColor]) -> Look {
        switch role.facts.look {
        case .palette(let foreground, let background, let emphasis):
            Look(palette[foreground], on: palette[background], emphasis)
        case .locked(let foreground, let background, let emphasis):
            Look(ThemeColor(foreground), on: ThemeColor(background), emphasis)
        }
    }

    /// The look of a role that is the same in every theme: the chips of alarms; nil for all others.
    package static func locked(_ role: Role) -> Look? {
        guard case .locked = role.facts.look else { return nil }
        return usual(role, in: [])
    }

    /// Where base24's brighter slots come from in a scheme that has only sixteen colours.
    static let fallbacks: [Int: Int] = [
        0x10: 0x00, 0x11: 0x00, 0x12: 0x08, 0x13: 0x0A, 0x14: 0x0B, 0x15: 0x0C, 0x16: 0x0D, 0x17: 0x0E,
    ]
}
