/// Which form is open: one for each thing a person can enter.
package enum FormKind: String, CaseIterable, Hashable, Sendable {
    // The station and its people.
    case firstRun
    case addStaff
    case whoIsTyping
    // Before the infusion.
    case checkIn
    case details
    case identity
    case screening
    case order
    case timeout
    case access
    case drug
    case ready
    case reopenScreening
    // The infusion.
    case start
    case rate
    case pauseReason
    case resume
    case readVolume
    case stop
    case stationWasOff
    // Observation and leaving.
    case dischargeList
    case readyToLeave
    case worsen
    case discharge
    case comeBack
    case cancel
    case move
    case close
    // At any time.
    case vitals
    case vitalsNotDone
    case dissociation
    case note
    case correct
    case sessionMenu
    // Offered inside a refusal.
    case override
    case alreadyHappened

    /// Whether what it enters belongs to one session.
    package var needsSession: Bool {
        switch self {
        case .firstRun, .addStaff, .whoIsTyping, .checkIn: false
        case .details, .identity, .screening, .order, .timeout, .access, .drug, .ready, .reopenScreening, .start, .rate,
            .pauseReason, .resume, .readVolume, .stop, .stationWasOff, .dischargeList, .readyToLeave, .worsen,
            .discharge, .comeBack, .cancel, .move, .close, .vitals, .vitalsNotDone, .dissociation, .note, .correct,
            .sessionMenu, .override, .alreadyHappened:
            true
        }
    }

    /// Whether what is entered in it is worth keeping when it is put aside; one key is not.
    var keepsDraft: Bool {
        switch self {
        case .whoIsTyping, .ready, .readyToLeave, .close, .sessionMenu: false
        case .firstRun, .addStaff, .checkIn, .details, .identity, .screening, .order, .timeout, .access, .drug,
            .reopenScreening, .start, .rate, .pauseReason, .resume, .readVolume, .stop, .stationWasOff,
            .dischargeList, .worsen, .discharge, .comeBack, .cancel, .move, .vitals, .vitalsNotDone, .dissociation,
            .note, .correct, .override, .alreadyHappened:
            true
        }
    }

    /// Whether one line is all there is to type.
    var isOneLine: Bool {
        switch self {
        case .vitals, .dissociation, .note: true
        case .firstRun, .addStaff, .whoIsTyping, .checkIn, .details, .identity, .screening, .order, .timeout, .access,
            .drug, .ready, .reopenScreening, .start, .rate, .pauseReason, .resume, .readVolume, .stop,
            .stationWasOff, .dischargeList, .readyToLeave, .worsen, .discharge, .comeBack, .cancel, .move, .close,
            .vitalsNotDone, .correct, .sessionMenu, .override, .alreadyHappened:
            false
        }
    }

    /// Whether it records something in the name of who is typing.
    var needsAuthor: Bool {
        switch self {
        case .firstRun, .addStaff, .whoIsTyping, .sessionMenu: false
        case .checkIn, .details, .identity, .screening, .order, .timeout, .access, .drug, .ready, .reopenScreening,
            .start,
            .rate, .pauseReason, .resume, .readVolume, .stop, .stationWasOff, .dischargeList, .readyToLeave, .worsen,
            .discharge, .comeBack, .cancel, .move, .close, .vitals, .vitalsNotDone, .dissociation, .note, .correct,
            .override, .alreadyHappened:
            true
        }
    }
}
