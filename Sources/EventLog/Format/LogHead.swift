/// How far a log had got when somebody else wrote it down: evidence that stands outside the log's own files.
///
/// Without it a log that was shortened looks like one that was never longer.
package struct LogHead: Hashable, Sendable {
    /// The random name of the log.
    package let logID: String
    /// The highest record that was on disk.
    package let record: Int
    /// The highest event number that was on disk; -1 if there was none.
    package let event: Int
    /// The first 16 digits of that record's leaf hash.
    package let leaf: String
    /// An earlier record that a signature vouches for, since what nobody signed could be written by anybody; nil if none does.
    package private(set) var signed: Mark?

    /// One record, by its number and the first digits of its leaf hash.
    package struct Mark: Hashable, Sendable {
        package let record: Int
        let leaf: String
    }

    package init(logID: String, record: Int, event: Int, leaf: String) {
        self.logID = logID
        self.record = record
        self.event = event
        self.leaf = leaf
    }

    package init(logID: String, record: Int, event: Int, leaf: LogHash) {
        self.init(logID: logID, record: record, event: event, leaf: Self.prefix(of: leaf))
    }

    /// The same, with what an earlier head says of the log, which is known to be signed.
    package func signed(at earlier: LogHead?) -> LogHead {
        var head = self
        head.signed = earlier.flatMap { $0.logID == logID ? Mark(record: $0.record, leaf: $0.leaf) : nil }
        return head
    }

    /// Whether a record's leaf is the one written down.
    package func matches(_ leaf: LogHash) -> Bool { Self.prefix(of: leaf) == self.leaf }

    /// The records that are known, by their numbers.
    var marks: [Mark] { [Mark(record: record, leaf: leaf), signed].compactMap(\.self) }

    /// Whether a record of that number and leaf may stand in the log.
    func allows(_ leaf: LogHash, at number: Int) -> Bool {
        marks.allSatisfy { $0.record != number || $0.leaf == Self.prefix(of: leaf) }
    }

    private static func prefix(of leaf: LogHash) -> String { String(leaf.hex.prefix(16)) }
}
