package import Session

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
