package import EventLog

/// What a station writes down about its logs, outside of them.
///
/// A log by itself does not show that its end, or all of it, was taken away; what is written here does.
package enum StationEntry: Hashable, Sendable {
    /// A session's log was made.
    case sessionOpened(session: String, log: String)
    /// How far logs had got, by their names; the first in each file names all that are open.
    case heads([String: LogHead], tree: MerkleTree?)
    /// A session's log was ended and sealed.
    case sessionSealed(SealedLog)
    /// The station signs with this key from now on, as `c2sp.org/signed-note` writes keys.
    case keyTaken(key: String)
    /// The wall clock was set, by so much.
    case clockStepped(stepMicros: Int64)
    /// Something of a log was found lost or altered.
    case logDamaged(log: String, findings: [String])
    /// A log was brought back from a copy.
    case logRepaired(log: String, segments: [String])
    /// Something was wrong with the station, in the words its screens showed.
    case faultRaised(headline: String, detail: String)

    package var kind: String {
        switch self {
        case .sessionOpened: "session.opened"
        case .heads: "heads"
        case .sessionSealed: "session.sealed"
        case .keyTaken: "key.taken"
        case .clockStepped: "clock.stepped"
        case .logDamaged: "damage.found"
        case .logRepaired: "repair.made"
        case .faultRaised: "fault.raised"
        }
    }
}
