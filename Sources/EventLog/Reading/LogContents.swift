/// All that was read from a log.
package struct LogContents: Equatable, Sendable {
    package let location: LogLocation
    /// What the first record says of the log; from elsewhere, or empty, if that cannot be read.
    package let header: LogHeader
    /// The records of the unbroken chain from the header on.
    package let records: [LogRecord]
    /// Whole records after the first break; nothing proves that they belong where they stand.
    package let unchained: [LogRecord]
    /// What is not as it was written; empty for an intact log.
    package let findings: [LogFinding]
    /// The highest record that a later record, or somebody else, proves to have been on disk; -1 if none does.
    package let provenRecord: Int
    /// Where the log stands.
    package let last: Last
    /// The marks of the findings that later segments were begun in the knowledge of.
    let knownMarks: Set<String>
    /// The segment the log goes on in.
    let lastSegment: LastSegment

    package struct Last: Equatable, Sendable {
        /// The last whole record in the files, chained or not.
        package let record: Int
        package let leaf: LogHash
        /// The highest record number met.
        package let highest: Int
        /// The highest event number met or written down elsewhere; -1 if there is none.
        package let highestEvent: Int
    }

    struct LastSegment: Equatable, Sendable {
        let number: Int
        let path: String
        /// The end of the last good line.
        let goodEnd: Int
        /// Where the lines begin of which nothing proves that they are on disk.
        let unprovenStart: Int
        /// Whether nothing but an unfinished write stands after the last good line.
        let isGood: Bool
        /// The bytes of the whole file.
        let bytes: [UInt8]
    }

    /// All whole records in the order they stand in, chained or not.
    package var readable: [LogRecord] { unchained.isEmpty ? records : records + unchained }

    /// What a crash cannot have left: acknowledged records that are lost, or others in their place.
    package var damage: [LogFinding] { findings.filter { $0.kind != .torn } }

    /// The damage that no later segment was begun in the knowledge of.
    var newDamage: [LogFinding] { damage.filter { !knownMarks.contains($0.mark) } }

    /// The lost records, as a segment's header states them.
    package var gap: String {
        damage.filter { !$0.lost.isEmpty }.map { "\($0.lost.lowerBound)-\($0.lost.upperBound - 1)" }
            .joined(separator: " ")
    }
}
