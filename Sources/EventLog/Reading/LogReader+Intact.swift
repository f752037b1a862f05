import Glibc

extension LogReader {
    /// Verifies a log that is in order, in parts on several threads and without holding more of it than a window each.
    ///
    /// Nil for anything that is not one clean chain of whole lines through all segments: what that is, only the
    /// scanner can say.
    package func verifyIntact(
        _ location: LogLocation,
        expecting head: LogHead? = nil
    ) throws(LogError) -> LogVerification? {
        var tree = MerkleTree()
        var reach = SegmentWalk.Reach()
        var header: LogHeader?
        var isEnded = false
        for (place, segment) in try segments(of: location).enumerated() {
            guard segment.number == place + 1, let parts = intactParts(of: segment, expecting: head) else { return nil }
            guard let first = parts.first?.first else { return nil }
            if place == 0 {
                header = LogHeader(first)
                guard header != nil else { return nil }
            } else {
                guard let header = SegmentHeader(first), header.reason == .size, header.after == reach.number else {
                    return nil
                }
            }
            for part in parts {
                guard part.first.number == reach.number + 1, part.previous == reach.leaf else { return nil }
                tree.append(part.tree)
                (reach, isEnded) = (part.reach, part.isEnded)
            }
        }
        guard let header, head.map({ $0.record <= reach.number }) ?? true else { return nil }
        return LogVerification(
            location: location,
            logID: header.logID,
            recordCount: tree.count,
            unchainedCount: 0,
            findings: [],
            lastLeaf: reach.leaf,
            lineCount: tree.count,
            root: tree.root,
            isEnded: isEnded
        )
    }

    /// The parts of a segment in their order; nil if one of them is not in order, or could not be read.
    private func intactParts(of segment: LogSegment, expecting head: LogHead?) -> [IntactPart]? {
        guard let ranges = try? ranges(of: segment) else { return nil }
        let disk = disk
        let parts = inParallel(ranges, threads: threads) { range in
            try? IntactPart(range, of: segment.path, on: disk, expecting: head)
        }
        let found = parts.compactMap(\.self)
        return found.count == parts.count ? found : nil
    }

    /// Cuts a segment where lines begin, into about as many parts as there are threads.
    private func ranges(of segment: LogSegment) throws(DiskError) -> [Range<Int>] {
        let file = try disk.open(segment.path, for: .reading)
        defer { disk.close(file) }
        let size = try disk.size(of: file)
        var cuts = [0]
        let share = max(size / threads, IntactPart.window)
        for guess in stride(from: share, to: size, by: share) {
            let bytes = try disk.read(file, guess..<min(size, guess + LogFormat.lineLimit + 1))
            guard let feed = bytes.firstIndex(of: UInt8(ascii: "\n")) else { continue }
            let cut = guess + feed + 1
            if cut < size, cut > cuts[cuts.count - 1] { cuts.append(cut) }
        }
        return zip(cuts, cuts.dropFirst() + [size]).map { $0..<$1 }
    }
}

/// A part of a segment that was walked over from its first line to its last and found in order.
private struct IntactPart: Sendable {
    let first: LogRecord
    /// What the first line names as its predecessor.
    let previous: LogHash
    let reach: SegmentWalk.Reach
    let tree: MerkleTree
    /// Whether the last line ends the log.
    let isEnded: Bool

    /// Bytes that are held at a time.
    static let window = 1 << 18

    /// Nil if the lines of the range are not one chain of whole lines, or one is not what is known of it.
    init?(_ range: Range<Int>, of path: String, on disk: any Disk, expecting head: LogHead?) throws(DiskError) {
        let file = try disk.open(path, for: .reading)
        defer { disk.close(file) }
        var walker = Walker(head: head)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let end = min(range.upperBound, offset + max(Self.window, LogFormat.lineLimit + 1))
            let taken = walker.take(try disk.read(file, offset..<end))
            guard taken > 0 else { return nil }
            offset += taken
        }
        guard let first = walker.first, let reach = walker.reach else { return nil }
        (self.first, previous, self.reach, tree) = (first, walker.previous, reach, walker.tree)
        isEnded = walker.isEnded
    }

    private struct Walker {
        let head: LogHead?
        private(set) var first: LogRecord?
        private(set) var previous = LogHash.zero
        private(set) var reach: SegmentWalk.Reach?
        private(set) var tree = MerkleTree()
        private(set) var isEnded = false
        /// Asked for every line, where the record itself would be copied.
        private var hasFirst = false

        init(head: LogHead?) {
            self.head = head
        }

        /// Takes the whole lines of a window and returns their bytes; 0 if something is not in order.
        mutating func take(_ bytes: [UInt8]) -> Int {
            var walk = SegmentWalk(after: reach)
            let isKnown = bytes.withUnsafeBufferPointer { buffer in
                while let line = walk.next(in: buffer) {
                    if !hasFirst {
                        (first, previous) = (line.record(in: Array(buffer[..<line.count]), at: 0), line.previous)
                        (tree, hasFirst) = (MerkleTree(from: line.number), true)
                    }
                    tree.append(line.leaf)
                    if let head, !head.allows(line.leaf, at: line.number) { return false }
                    isEnded = line.isClosing(in: buffer, at: walk.start)
                }
                return true
            }
            guard isKnown, !walk.isIrregular else { return 0 }
            reach = walk.reach
            return walk.offset
        }
    }
}
