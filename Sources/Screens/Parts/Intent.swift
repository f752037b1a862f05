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

/// The answers of the first run.
package struct StationSetup: Hashable, Sendable {
    package var stationName: String
    package var chairs: [String]
    package var staffName: String
    package var staffRole: StaffRole

    package init(stationName: String, chairs: [String], staffName: String, staffRole: StaffRole) {
        self.stationName = stationName
        self.chairs = chairs
        self.staffName = staffName
        self.staffRole = staffRole
    }
}

/// What became of an intent; the desk that sent it is told.
package enum Outcome: Hashable, Sendable {
    /// Decided; on its way to the disk. The desk may close the form and show "saving".
    case accepted(session: String, events: [Event])
    /// On disk: the desk echoes it for 10 s, with the patient's name and `x` to correct.
    case durable(session: String, numbers: ClosedRange<Int>)
    /// Refused; the form stays open with what was typed.
    case refused(Refusal)
    /// The station could not: what happened and what to do.
    case failed(String)
    /// A member of staff was entered.
    case staffAdded(StaffMember)
    /// The station was set up.
    case configured
}
