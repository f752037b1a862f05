/// What the keeper of the sessions tells the station.
package enum SessionMail: Sendable {
    /// Events of a session below this number are on disk.
    case durable(session: String, count: Int)
    /// A session's log could not be written: what happened and what to do.
    case failing(session: String, reason: String)
    /// A new session's log is on disk with its first events.
    case opened(OpenedSession)
    /// A new session's log could not be made.
    case openFailed(session: String, reason: String)
    /// The disk is nearly full, or has room again.
    case space(isLow: Bool)
    /// Closed sessions have their seals, or why one has none yet.
    case sealing(String?)
    /// What is missing or altered in the home beside the open sessions.
    case audited([String])
}
