/// What the keeper of the journal tells the station.
package enum JournalMail: Sendable {
    /// The sign of life was written, or why it could not be.
    case heartbeat(StationError?)
    /// The station's journal was written, or why it could not be.
    case written(String?)
}
