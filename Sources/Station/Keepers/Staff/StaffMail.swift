package import Screens
package import Session

/// What the keeper of the staff tells the station.
package enum StaffMail: Sendable {
    /// A member of staff is in the staff log.
    case added(StaffMember, for: ConsoleID?)
    case notAdded(reason: String, for: ConsoleID?)
    /// The first run's answers are on disk, and these may sign.
    case setUp(StationSetup, staff: [StaffMember], for: ConsoleID)
    case notSetUp(reason: String, for: ConsoleID)
}
