/// The search for the events of a range, from segment to segment.
struct EventSeek {
    /// Whether an event after the range was met.
    private(set) var isPast = false

    private let events: ClosedRange<Int>
    private let disk: any Disk
    private var records: [LogRecord] = []
    /// The first event of the log.
    private var first: Int?
    /// How far the chain came in the segments before.
    private var reach = SegmentWalk.Reach()

    init(_ events: ClosedRange<Int>, disk: any Disk) {
        self.events = events
        self.disk = disk
    }

    /// The records of the range; nil if one is missing from the first to the last that the log has.
    var found: [LogRecord]? {
        let from = max(events.lowerBound, first ?? 0)
        let end = isPast ? events.upperBound : min(events.upperBound, reach.event ?? -1)
        guard records.count == max(0, end - from + 1), records.isEmpty || records[0].event == from else { return nil }
        return records
    }

    /// Searches the next segment; false if what was read of it is no unbroken chain.
    mutating func search(_ segment: LogSegment) throws(DiskError) -> Bool {
        let file = try disk.open(segment.path, for: .reading)
        defer { disk.close(file) }
        let size = try disk.sizeToRead(file)
        let isLarge = size > SegmentIndex.worthwhile
        if isLarge, let kept = try keptIndex(of: segment, in: file, size: size) {
            var attempt = self
            if try attempt.search(file, size: size, by: kept) {
                self = attempt
                return true
            }
        }
        let bytes = try disk.read(file, 0..<size)
        if isLarge, let index = SegmentIndex(of: bytes) {
            // Where the folder cannot be written to, the next reader builds it again.
            try? DurableFile.cache(SegmentIndex.path(of: segment), index.bytes, on: disk)
        }
        return take(bytes, through: nil, after: reach)
    }

    /// The index beside a segment, if it is of this segment and covers all but its newest lines.
    private func keptIndex(
        of segment: LogSegment,
        in file: DiskFile,
        size: Int
    ) throws(DiskError) -> SegmentIndex? {
        let path = SegmentIndex.path(of: segment)
        guard try disk.item(at: path) != nil, let bytes = try? disk.readWhole(path),
            let index = SegmentIndex(bytes: bytes)
        else { return nil }
        let last = index.last
        guard last.offset < size, size - last.offset <= SegmentIndex.worthwhile else { return nil }
        let line = try disk.read(file, last.offset..<min(size, last.offset + LogFormat.lineLimit + 1))
        guard let record = LogReader.record(at: 0, in: line), record.leaf == index.leaf, record.event == last.event
        else { return nil }
        return index
    }

    /// Reads the beginning of a segment, what an index says of the range, and the end.
    private mutating func search(
        _ file: DiskFile,
        size: Int,
        by index: SegmentIndex
    ) throws(DiskError) -> Bool {
        let before = reach
        guard try take(file, from: 0, through: index.first.offset, size: size, after: before),
            reach.event == index.first.event
        else { return false }
        if isPast { return true }
        let start = index.start(of: events.lowerBound)
        guard try take(file, from: start.offset, through: index.end(of: events.upperBound)?.offset, size: size) else {
            return false
        }
        if isPast || index.end(of: events.upperBound) == nil { return true }
        return try take(file, from: index.last.offset, through: nil, size: size)
    }

    /// Takes the lines from `start` to the one at `end`, or to the end of the file.
    private mutating func take(
        _ file: DiskFile,
        from start: Int,
        through end: Int?,
        size: Int,
        after reach: SegmentWalk.Reach? = nil
    ) throws(DiskError) -> Bool {
        let limit = end.map { min(size, $0 + LogFormat.lineLimit + 1) } ?? size
        guard start < limit else { return false }
        return take(try disk.read(file, start..<limit), through: end.map { $0 - start }, after: reach)
    }

    private mutating func take(_ bytes: [UInt8], through end: Int?, after reach: SegmentWalk.Reach?) -> Bool {
        var walk = SegmentWalk(after: reach)
        let isSound = bytes.withUnsafeBufferPointer { buffer in
            while !isPast, walk.offset <= end ?? walk.offset, let line = walk.next(in: buffer) {
                if walk.start == 0, let reach, !begins(line, in: bytes, after: reach) { return false }
                guard let event = line.envelope.event else { continue }
                if first == nil { first = event }
                isPast = event > events.upperBound
                if events.contains(event), event > records.last?.event ?? -1 {
                    records.append(line.record(in: bytes, at: walk.start))
                }
            }
            return !walk.isIrregular && walk.offset > 0
        }
        self.reach = walk.reach
        return isSound
    }

    /// Whether a segment's first line is the header of a log, or of a segment that goes on where the one before ends.
    private func begins(_ line: ScannedLine, in bytes: [UInt8], after reach: SegmentWalk.Reach) -> Bool {
        let record = line.record(in: bytes, at: 0)
        if reach.number == -1 { return LogHeader(record) != nil }
        guard let header = SegmentHeader(record) else { return false }
        return header.reason == .size && header.after == reach.number
    }
}
