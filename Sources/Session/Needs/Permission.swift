/// The gates of a session: what passes one is refused with everything that is missing.
package enum Permission: String, CaseIterable, Hashable, Sendable {
    case order
    case ready
    case start
    case resume
    case raiseRate
    case readyToLeave
    case discharge
    case close

    /// The kind of event it permits, as a deviation names it.
    var kind: String {
        switch self {
        case .order: "order.placed"
        case .ready: "session.ready"
        case .start: "infusion.started"
        case .resume: "infusion.resumed"
        case .raiseRate: "infusion.rateChanged"
        case .readyToLeave: "session.readyToLeave"
        case .discharge: "session.discharged"
        case .close: "session.closed"
        }
    }
}
