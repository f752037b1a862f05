/// Something in a log that is not as it was written, and where.
package struct LogFinding: Equatable, Sendable, CustomStringConvertible {
    /// What the evidence in the file says happened.
    package enum Class: String, Equatable, Sendable {
        /// An unfinished write at the end that was never acknowledged; it may be cut away.
        case torn
        /// Bytes that had been acknowledged are unreadable or missing.
        case damaged
        /// A record is whole in itself but does not follow from the one before.
        case tampered
        /// A record number stands twice.
        case forked
    }

    package let kind: Class
    /// The segment file.
    package let path: String
    /// The bytes in doubt, counted from the start of that file.
    package let bytes: Range<Int>
    /// The last good record before them; -1 if there is none.
    package let lastGoodRecord: Int
    /// The highest record later bytes prove to have been on disk; -1 if they prove nothing.
    package let provenRecord: Int
    /// What was wrong with the first bad line.
    package let reason: String

    package var description: String {
        let place = "\(path) bytes \(bytes.lowerBound) to \(bytes.upperBound)"
        let after = lastGoodRecord < 0 ? "before the first record" : "after record \(lastGoodRecord)"
        switch kind {
        case .torn: return "\(place): an unfinished write \(after) that was never acknowledged (\(reason))"
        case .damaged: return "\(place): acknowledged records are damaged or missing \(after) (\(reason))"
        case .tampered: return "\(place): a record \(after) does not follow from the one before (\(reason))"
        case .forked: return "\(place): a record number stands twice \(after) (\(reason))"
        }
    }
}
