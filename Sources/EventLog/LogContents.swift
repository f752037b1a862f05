/// All that was read from a log.
package struct LogContents: Equatable, Sendable {
    package let location: LogLocation
    package let header: LogHeader
    /// The records of the unbroken chain from the header on.
    package let records: [LogRecord]
    /// Whole records after the first break; nothing proves that they belong where they stand.
    package let unchained: [LogRecord]
    /// What is not as it was written; empty for an intact log.
    package let findings: [LogFinding]
    /// The highest record a later record proves to have been on disk; -1 if none does.
    package let provenRecord: Int

    /// The segment the log goes on in.
    let lastSegment: LastSegment

    struct LastSegment: Equatable, Sendable {
        let number: Int
        /// The end of the last good line.
        let goodEnd: Int
        /// The bytes of the whole file.
        let bytes: [UInt8]
    }
}
