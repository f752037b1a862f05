/// A log opened for writing: its writer, and what stood in it before.
package struct OpenedLog {
    package let writer: LogWriter
    package let contents: LogContents
    /// What was cut from the end and kept aside; nil if nothing was.
    package let cut: CutTail?
    /// Whether acknowledged records were found lost or altered just now, so that the log goes on in a new segment.
    package let isNewlyDamaged: Bool

    /// An unfinished, never acknowledged write that recovery took off a log.
    package struct CutTail: Equatable, Sendable {
        /// Where in the segment they stood.
        package let offset: Int
        package let byteCount: Int
        package let sha256: LogHash
        /// The name of the copy in the log's quarantine directory.
        package let keptAs: String
    }
}
