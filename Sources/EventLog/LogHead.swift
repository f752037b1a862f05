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

    package init(logID: String, record: Int, event: Int, leaf: String) {
        self.logID = logID
        self.record = record
        self.event = event
        self.leaf = leaf
    }

    package init(logID: String, record: Int, event: Int, leaf: LogHash) {
        self.init(logID: logID, record: record, event: event, leaf: Self.prefix(of: leaf))
    }

    /// Whether a record's leaf is the one written down.
    package func matches(_ leaf: LogHash) -> Bool { Self.prefix(of: leaf) == self.leaf }

    private static func prefix(of leaf: LogHash) -> String { String(leaf.hex.prefix(16)) }
}
