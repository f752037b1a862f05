import Canvas
import Session

extension Phase {
    /// The colour of the state's word.
    var role: Role {
        switch self {
        case .screening, .ready: .stateBefore
        case .dosing: .stateInfusing
        case .paused: .statePaused
        case .observing: .stateObserving
        case .dischargeReady, .discharged: .stateLeaving
        case .cancelled, .closed: .secondary
        }
    }

    /// The state's word where there is little room.
    var shortWord: String {
        switch self {
        case .screening: "SCREEN"
        case .ready: "READY"
        case .dosing: "INFUSE"
        case .paused: "PAUSED"
        case .observing: "OBSERV"
        case .dischargeReady: "LEAVE"
        case .discharged: "GONE"
        case .cancelled: "CANCEL"
        case .closed: "CLOSED"
        }
    }
}

extension AlarmCondition.Priority {
    /// The alarm's colour as a chip with its own background.
    var chip: Role {
        switch self {
        case .high: .alarmHigh
        case .medium: .alarmMedium
        case .low: .alarmLow
        }
    }

    /// The alarm's colour as text.
    var ink: Role {
        switch self {
        case .high: .alarmHighText
        case .medium: .alarmMediumText
        case .low: .alarmLowText
        }
    }
}
