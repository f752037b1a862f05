import Canvas

/// What roles look like with a terminal's own eight colours, whose shades nobody knows.
///
/// Text keeps the terminal's own colours, which are readable on each other; blue is not used, it is too dark on black.
enum EightColors {
    struct Look: Hashable, Sendable {
        var foreground: Int32
        var background: Int32
        var emphasis: Emphasis
    }

    private static let own: Int32 = -1
    private static let black: Int32 = 0
    private static let red: Int32 = 1
    private static let green: Int32 = 2
    private static let yellow: Int32 = 3
    private static let magenta: Int32 = 5
    private static let cyan: Int32 = 6
    private static let white: Int32 = 7

    static func look(_ style: Style) -> Look {
        var look = look(style.role)
        look.emphasis.formUnion(style.emphasis)
        if !style.emphasis.isDisjoint(with: [.onBar, .onSelection]) {
            look = Look(foreground: own, background: own, emphasis: look.emphasis.union(.reverse))
        }
        return look
    }

    private static func look(_ role: Role) -> Look {
        switch role {
        case .text, .secondary, .decor: text(own)
        case .title, .stateBefore: text(own, .bold)
        case .focus: text(cyan, .bold)
        case .selection, .bar: text(own, .reverse)
        case .key: text(own, [.reverse, .bold])
        case .good, .laneHeartRate: text(green)
        case .stateInfusing: text(green, .bold)
        case .caution: text(yellow)
        case .statePaused, .alarmMediumText: text(yellow, .bold)
        case .info, .saving, .laneOxygen: text(cyan)
        case .stateObserving, .stateLeaving, .alarmLowText: text(cyan, .bold)
        case .note, .laneBloodPressure: text(magenta)
        case .simulated: text(magenta, .bold)
        case .amended: text(yellow)
        case .draft: text(own, .underline)
        case .alarmHigh: Look(foreground: white, background: red, emphasis: .bold)
        case .alarmMedium: Look(foreground: black, background: yellow, emphasis: [])
        case .alarmLow: Look(foreground: black, background: cyan, emphasis: [])
        case .alarmHighText: text(red, .bold)
        case .fault: Look(foreground: white, background: magenta, emphasis: .bold)
        }
    }

    private static func text(_ color: Int32, _ emphasis: Emphasis = []) -> Look {
        Look(foreground: color, background: own, emphasis: emphasis)
    }
}
