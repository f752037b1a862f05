/// Why a log goes on in another file.
package enum SegmentReason: String, Hashable, Sendable {
    /// The file before is as large as a segment may be.
    case size
    /// A write or a flush failed, after which nothing is written to that file any more.
    case writeFailed
    /// What stands before is not as it was written.
    case damage
}
