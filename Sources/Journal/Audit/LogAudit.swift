package import EventLog

/// Everything that can be proven of one log: its chain, its seal, what the station's journal says of it, and the
/// attachments it names.
package struct LogAudit: Sendable {
    package enum Outcome: Int, Comparable, Sendable {
        /// Nothing is wrong, and a key that the reader brought along has signed all of it.
        case anchored
        /// Nothing is wrong; that the whole was not replaced by another is for a key kept elsewhere to say.
        case intact
        /// Acknowledged records, a seal or an attachment are lost or unreadable.
        case damaged
        /// Something was altered or put in.
        case forged

        package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
    }

    package let verification: LogVerification
    package let outcome: Outcome
    /// What is wrong, one sentence each.
    package let problems: [String]
    /// What was found to hold, and what could not be checked.
    package let remarks: [String]
}

extension LogLocation {
    /// How a station's journal calls this log: a session's id, `staff`, or `ID/addendum`.
    package var journalName: String {
        let name = directory.split(separator: "/").last.map { String($0) } ?? directory
        return prefix.isEmpty ? name : StationKnowledge.addendumName(of: name)
    }
}
