package import Session

/// What other threads tell the station.
package enum Mail: Sendable {
    /// Events of a session below this number are on disk.
    case durable(session: String, count: Int)
    /// A session's log could not be written: what happened and what to do.
    case failing(session: String, reason: String)
    /// The disk is nearly full, or has room again.
    case space(isLow: Bool)
    /// The station's journal was written, or why it could not be.
    case journal(String?)
    /// Closed sessions have their seals, or why one has none yet.
    case sealing(String?)
    /// What is missing or altered in the home beside the open sessions.
    case audited([String])
    /// A new session's log is on disk with its first events.
    case opened(OpenedSession)
    /// A new session's log could not be made.
    case openFailed(session: String, reason: String)
    /// A member of staff is in the staff log.
    case staffAdded(StaffMember, for: ConsoleID?)
    case staffFailed(reason: String, for: ConsoleID?)
    /// The first run's answers are on disk.
    case configured(StationFacts, for: ConsoleID)
    case configurationFailed(reason: String, for: ConsoleID)
    /// The sign of life was written, or why it could not be.
    case heartbeat(StationError?)
    /// The station is asked to end in order.
    case stop
}
