package import EventLog
import JSON

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

/// What is known of a sealed log without reading it.
package struct SealedLog: Hashable, Sendable {
    package let session: String
    package let log: String
    /// How many lines the seal covers, and their root.
    package let size: Int
    package let root: LogHash
    /// The leaf of the last line.
    package let leaf: LogHash
    /// Of all segments together.
    package let byteCount: Int
    package let sha256: LogHash

    package init(session: String, log: String, _ digest: LogDigest) {
        self.init(
            session: session,
            log: log,
            size: digest.lineCount,
            root: digest.root,
            leaf: digest.lastLeaf,
            byteCount: digest.byteCount,
            sha256: digest.sha256
        )
    }

    init(session: String, log: String, size: Int, root: LogHash, leaf: LogHash, byteCount: Int, sha256: LogHash) {
        self.session = session
        self.log = log
        self.size = size
        self.root = root
        self.leaf = leaf
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}
