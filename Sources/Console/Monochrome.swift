import Canvas

/// What roles look like where there are no colours: words carry the meaning, this only helps the eye.
enum Monochrome {
    static func emphasis(_ style: Style) -> Emphasis {
        let own: Emphasis
        switch style.role {
        case .text, .secondary, .decor, .good, .info, .note, .amended, .saving, .laneBloodPressure, .laneHeartRate,
            .laneOxygen:
            own = []
        case .title, .focus, .caution, .alarmHighText, .alarmMediumText, .alarmLowText, .stateInfusing, .statePaused,
            .stateObserving, .stateBefore, .stateLeaving, .simulated:
            own = .bold
        case .draft, .alarmLow: own = .underline
        case .selection, .bar, .alarmMedium: own = .reverse
        case .key, .alarmHigh, .fault: own = [.reverse, .bold]
        }
        let isElsewhere = !style.emphasis.isDisjoint(with: [.onBar, .onSelection])
        return own.union(style.emphasis).union(isElsewhere ? .reverse : [])
    }
}
