/// One of the files a log consists of.
package struct LogSegment: Hashable, Sendable {
    /// Counted from 1.
    package let number: Int
    package let path: String

    package init(number: Int, path: String) {
        self.number = number
        self.path = path
    }
}

/// Why a log goes on in another file.
package enum SegmentReason: String, Hashable, Sendable {
    /// The file before is as large as a segment may be.
    case size
    /// A write or a flush failed, after which nothing is written to that file any more.
    case writeFailed
    /// What stands before is not as it was written.
    case damage
}
