/// Something in a log that is not as it was written, and where.
package struct LogFinding: Equatable, Sendable, CustomStringConvertible {
    /// What the evidence says happened.
    package enum Class: String, Equatable, Sendable {
        /// An unfinished write at the end that was never acknowledged; it may be cut away.
        case torn
        /// Bytes that had been acknowledged are unreadable or missing.
        case damaged
        /// A record is whole in itself but does not follow from the one before, or is not the one written down elsewhere.
        case tampered
        /// A record number stands twice.
        case forked
    }

    package let kind: Class
    /// The segment file.
    package let path: String
    /// The bytes in doubt, counted from the start of that file; empty where they are missing.
    package let bytes: Range<Int>
    /// The last good record before them; -1 if there is none.
    package let lastGoodRecord: Int
    /// The highest record later bytes, or evidence from elsewhere, prove to have been on disk; -1 if nothing is proven.
    package let provenRecord: Int
    /// The records known to be lost here.
    package let lost: Range<Int>
    /// What was wrong with the first bad line.
    package let reason: String

    /// How later segments name this finding, to say that they were begun in its knowledge.
    package var mark: String { "\(lastGoodRecord):\(kind.rawValue)" }

    package var description: String {
        let place =
            bytes.isEmpty
            ? "\(path) at byte \(bytes.lowerBound)" : "\(path) bytes \(bytes.lowerBound) to \(bytes.upperBound)"
        let after = lastGoodRecord < 0 ? "before the first record" : "after record \(lastGoodRecord)"
        switch kind {
        case .torn: return "\(place): an unfinished write \(after) that was never acknowledged (\(reason))"
        case .damaged:
            let records =
                switch lost.count {
                case 0: ""
                case 1: ", record \(lost.lowerBound) is lost"
                default: ", records \(lost.lowerBound) to \(lost.upperBound - 1) are lost"
                }
            return "\(place): acknowledged records are damaged or missing \(after)\(records) (\(reason))"
        case .tampered: return "\(place): a record \(after) is not the one that was written (\(reason))"
        case .forked: return "\(place): a record number stands twice \(after) (\(reason))"
        }
    }

    /// The same bytes, of which is known by now that records up to `proven` had been acknowledged.
    func damaged(proven: Int, reason: String? = nil) -> LogFinding {
        LogFinding(
            kind: .damaged,
            path: path,
            bytes: bytes,
            lastGoodRecord: lastGoodRecord,
            provenRecord: max(provenRecord, proven),
            lost: lastGoodRecord + 1..<max(lastGoodRecord, provenRecord, proven) + 1,
            reason: reason ?? self.reason
        )
    }
}
