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
}
