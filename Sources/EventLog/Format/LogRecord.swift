/// One record read back from a log.
package struct LogRecord: Equatable, Sendable {
    /// The record's number `n`, dense from 0 within the log.
    package let number: Int
    /// The event's number `e`; nil for records that carry no session event.
    package let event: Int?
    package let kind: String
    /// The schema version of the body for this kind.
    package let version: Int
    package let utcMicros: Int64
    package let bootMicros: Int64
    /// The highest record known to be on disk when this one was written; nil for the first.
    package let durableRecord: Int?
    package let actor: String?
    /// The line as it stands in the file, without its LF.
    package let line: ArraySlice<UInt8>
    /// The leaf hash of the line: the next record's `p`.
    package let leaf: LogHash

    /// Where the body stands in `line`.
    let bodyRange: Range<Int>

    /// The bytes of the body, a JSON object that has not been parsed.
    package var body: ArraySlice<UInt8> { line[bodyRange] }

    /// Lends the bytes of the body where they were read, so that threads that share a log count no references to it.
    package func withBody<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        line.withUnsafeBufferPointer { bytes in
            let start = bodyRange.lowerBound - line.startIndex
            return use(UnsafeBufferPointer(rebasing: bytes[start..<start + bodyRange.count]))
        }
    }
}
