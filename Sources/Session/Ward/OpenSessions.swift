/// What of a ward its rules look at.
package struct OpenSessions: Hashable, Sendable {
    /// The station's chairs, by name.
    package var chairs: [String]
    /// All sessions that are not closed, those included whose log is still being made.
    package var sessions: [Session]
    /// Patients whose session was closed today, by the station's local day: they may sit next door still.
    package var closedToday: [KnownPatient]
    /// The ordinal of the newest session that this station's home ever held.
    package var sessionsEver: Int

    package init(
        chairs: [String],
        sessions: [Session],
        closedToday: [KnownPatient] = [],
        sessionsEver: Int = 0
    ) {
        self.chairs = chairs
        self.sessions = sessions
        self.closedToday = closedToday
        self.sessionsEver = sessionsEver
    }

    /// The ordinal of the session that is opened next.
    package var nextOrdinal: Int { RecordNumber.nextOrdinal(after: sessionsEver, among: known) }

    /// Everybody who could be taken for somebody else today.
    package var known: [KnownPatient] { sessions.compactMap { KnownPatient($0) } + closedToday }
}
