/// What other threads tell the station: each keeper has letters of its own.
package enum Mail: Sendable {
    case sessions(SessionMail)
    case staff(StaffMail)
    case journal(JournalMail)
    /// The station is asked to end in order.
    case stop
}
