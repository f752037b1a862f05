/// One segment file in memory.
struct SegmentBytes {
    let segment: LogSegment
    let bytes: [UInt8]
    /// The bytes the disk could not read; zeros stand in their place.
    var unreadable: [Range<Int>] = []

    /// Whether the disk could not read some of these bytes.
    func isUnreadable(in range: Range<Int>) -> Bool { unreadable.contains { $0.overlaps(range) } }
}
