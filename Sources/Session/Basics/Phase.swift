/// Where a session stands.
///
/// The word on screen is `word`; where a phase goes is in each case's comment.
package enum Phase: String, CaseIterable, Hashable, Sendable {
    /// Checked in; goes to `ready`, `cancelled`.
    case screening
    /// Everything is there for a start; goes to `dosing`, back to `screening`, to `cancelled`.
    case ready
    /// The drug runs; goes to `paused`, `observing`.
    case dosing
    /// The pump stands; goes to `dosing`, `observing`.
    case paused
    /// The dose has ended; goes to `dischargeReady`.
    case observing
    /// The criteria are met; goes to `discharged`, back to `observing`.
    case dischargeReady
    /// The patient has left; goes to `closed`, back to `observing`.
    case discharged
    /// Nothing was infused; goes to `closed`.
    case cancelled
    /// Signed; nothing follows.
    case closed

    package var word: String {
        switch self {
        case .screening: "SCREENING"
        case .ready: "READY"
        case .dosing: "INFUSING"
        case .paused: "PAUSED"
        case .observing: "OBSERVING"
        case .dischargeReady: "READY TO LEAVE"
        case .discharged: "DISCHARGED"
        case .cancelled: "CANCELLED"
        case .closed: "CLOSED"
        }
    }

    /// Whether the patient is in the clinic's care.
    package var isLive: Bool {
        switch self {
        case .screening, .ready, .dosing, .paused, .observing, .dischargeReady: true
        case .discharged, .cancelled, .closed: false
        }
    }
}
