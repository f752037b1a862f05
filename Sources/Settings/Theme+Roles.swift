import Canvas

extension Theme {
    /// The look a role has when a theme file does not say: any base16 scheme is usable as it is.
    static func usual(_ role: Role, in palette: [ThemeColor]) -> Look {
        func look(_ slot: Int, on background: Int = 0x00, _ emphasis: Emphasis = []) -> Look {
            Look(palette[slot], on: palette[background], emphasis)
        }
        switch role {
        case .text: return look(0x05)
        case .secondary: return look(0x04)
        case .decor: return look(0x03)
        case .title: return look(0x07, on: 0x00, .bold)
        case .focus: return look(0x0D, on: 0x00, .bold)
        case .selection: return look(0x07, on: 0x02)
        case .bar: return look(0x05, on: 0x01)
        case .key: return look(0x0D, on: 0x01, .bold)
        case .good: return look(0x0B)
        case .caution, .statePaused: return look(0x09)
        case .info, .stateObserving: return look(0x0D)
        case .note: return look(0x0E)
        case .amended: return look(0x0F)
        case .saving: return look(0x0C)
        case .draft: return look(0x07, on: 0x01)
        case .alarmHighText: return look(0x08, on: 0x00, .bold)
        case .alarmMediumText: return look(0x0A, on: 0x00, .bold)
        case .alarmLowText, .stateLeaving, .laneOxygen: return look(0x0C)
        case .fault: return look(0x00, on: 0x0E, .bold)
        case .simulated: return look(0x0E, on: 0x00, .bold)
        case .stateInfusing, .laneHeartRate: return look(0x0B)
        case .stateBefore: return look(0x04)
        case .laneBloodPressure: return look(0x12)
        case .alarmHigh, .alarmMedium, .alarmLow:
            guard let locked = locked(role) else { preconditionFailure("an alarm chip lost its locked look") }
            return locked
        }
    }

    /// Where base24's brighter slots come from in a scheme that has only sixteen colours.
    static let fallbacks: [Int: Int] = [
        0x10: 0x00, 0x11: 0x00, 0x12: 0x08, 0x13: 0x0A, 0x14: 0x0B, 0x15: 0x0C, 0x16: 0x0D, 0x17: 0x0E,
    ]
}
