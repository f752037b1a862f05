package import Session

/// What a console asks the station to do: nothing else leaves a screen.
package enum Intent: Hashable, Sendable {
    /// Record a command in a session, in the name of who is typing.
    case record(session: String, Command, by: Author)
    /// Check a patient in.
    case open(Opening, by: Author)
    /// First run: name the station and its chairs, and enter the first member of staff.
    case setUp(StationSetup)
    /// Enter a member of staff.
    case addStaff(name: String, role: StaffRole, by: Author?)
    /// Leave this console; the station goes on.
    case leave
    /// Ring this console's bell once.
    case ring
}
