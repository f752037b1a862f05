import Glibc

/// Walks over the segments of a log, verifying each line and the chain, and collects records and findings.
struct LogScanner {
    /// The records of the unbroken chain from record 0.
    private(set) var records: [LogRecord] = []
    /// Whole records met after the first break; their chain to the beginning cannot be verified.
    private(set) var unchained: [LogRecord] = []
    private(set) var findings: [LogFinding] = []
    /// The tree over all lines; of use only while `isWhole`.
    private(set) var tree = MerkleTree()
    /// Whether every byte so far belongs to a line that was taken.
    private(set) var isWhole = true

    private let keepsRecords: Bool
    private let keepsTree: Bool
    private(set) var recordCount = 0
    /// The numbers of the unchained records.
    private var unchainedNumbers: [Int] = []
    var unchainedCount: Int { unchainedNumbers.count }
    /// What the first record says of the log; nil if it cannot be read.
    private(set) var header: LogHeader?
    /// The headers of the segments after the first, by the segment's number.
    private(set) var headers: [Int: SegmentHeader] = [:]

    /// What the next line should be.
    private var next = 0
    private var previous = LogHash.zero
    /// Whether a break was met: from there on records count as unchained.
    private var isBroken = false
    /// Leaves somebody will ask for by their record's number, and those met so far.
    private var wanted: Set<Int>
    private var leaves: [Int: LogHash] = [:]

    /// The last whole line that was taken, good or unchained; -1 and zeros before the first.
    private(set) var last = (record: -1, leaf: LogHash.zero)
    /// The highest record number met.
    private(set) var highest = -1
    /// The highest event number met.
    private(set) var highestEvent = -1
    /// The highest record a later good record says was on disk; -1 if none says so.
    private(set) var provenRecord = -1
    /// The leaf of the last record of the unbroken chain.
    private(set) var lastLeaf = LogHash.zero
    /// Whether the last whole line ends the log.
    private(set) var isEnded = false

    /// The end of the last line taken in the last segment, if nothing but an unfinished write follows it.
    private(set) var goodEnd = 0
    /// Whether the last segment holds nothing but whole lines and perhaps an unfinished write.
    private(set) var isLastSegmentGood = true
    /// Where each line after `provenRecord` ends, in the last segment.
    private var unproven: [(record: Int, start: Int)] = []
    /// An unfinished write at the end of the segment before, about which the next segment decides.
    private var torn: LogFinding?
    private var lastSegment: SegmentBytes?
    private var missing: LogSegment?
    private var trustsFirst = false
    /// Whether the present segment has no header that can be read; one that has its name once had one.
    private var isHeaderless = false

    /// Collects the records, the tree, or neither; counts and findings in any case.
    init(keepsRecords: Bool, keepsTree: Bool = false, wanted: Set<Int> = []) {
        self.keepsRecords = keepsRecords
        self.keepsTree = keepsTree
        self.wanted = wanted
    }

    /// Where the line of the first record begins of which no later record says that it is on disk.
    var unprovenStart: Int { unproven.first { $0.record > provenRecord }?.start ?? goodEnd }

    /// Passes over a segment that is not there although a later one is.
    mutating func miss(_ segment: LogSegment) {
        missing = segment
        isWhole = false
    }

    /// Has the first segment that is walked over believed when it says what it follows from.
    mutating func trustEarlierSegments() {
        trustsFirst = true
    }

    /// Walks over the next segment.
    mutating func scan(_ segment: SegmentBytes) {
        let bytes = segment.bytes
        if keepsRecords { records.reserveCapacity(records.count + bytes.count / 300) }
        var offset = 0
        bytes.withUnsafeBufferPointer { buffer in
            if segment.segment.number > 1 { offset = enter(segment, buffer) }
            if offset == 0 { beginSegment() }
            if isHeaderless { reportHeaderless(segment) }
            while offset < buffer.count {
                let outcome = Self.line(at: offset, in: buffer)
                if case .good(let line) = outcome, line.number == next, line.previous == previous {
                    accept(line, in: segment, at: offset)
                    offset += line.count + 1
                } else {
                    offset = report(outcome, in: buffer, at: offset, segment)
                }
            }
        }
        lastSegment = segment
        missing = nil
    }

    /// Settles what was left open once there is no further segment; `head` is what is known from elsewhere.
    mutating func finish(expecting head: LogHead?) {
        if let head {
            if head.record > highest {
                settleTornAsDamage(proven: head.record)
                if !findings.contains(where: { $0.lost.contains(head.record) }) { reportEnd(proven: head.record) }
            }
            let other = head.marks.last { mark in leaves[mark.record].map { !head.allows($0, at: mark.record) } ?? false
            }
            if let other {
                findings.append(
                    LogFinding(
                        kind: .tampered,
                        path: lastSegment?.segment.path ?? "",
                        bytes: goodEnd..<goodEnd,
                        lastGoodRecord: other.record - 1,
                        provenRecord: head.record,
                        lost: 0..<0,
                        reason: "record \(other.record) is not the one the station wrote down"
                    )
                )
            }
            provenRecord = max(provenRecord, min(head.record, highest))
            highestEvent = max(highestEvent, head.event)
        }
        if let torn { findings.append(torn) }
        torn = nil
    }

    // MARK: Lines

    private mutating func beginSegment() {
        (goodEnd, isLastSegmentGood, unproven) = (0, true, [])
    }

    private mutating func accept(_ line: ScannedLine, in segment: SegmentBytes, at offset: Int) {
        next = line.number + 1
        previous = line.leaf
        last = (line.number, line.leaf)
        highest = max(highest, line.number)
        if let event = line.envelope.event { highestEvent = max(highestEvent, event) }
        if !wanted.isEmpty, wanted.contains(line.number) { leaves[line.number] = line.leaf }
        if keepsTree, isWhole { tree.append(line.leaf) }
        if let durable = line.envelope.durable, durable > provenRecord {
            provenRecord = durable
            unproven.removeAll { $0.record <= durable }
        }
        unproven.append((line.number, offset))
        if isLastSegmentGood { goodEnd = offset + line.count + 1 }
        isEnded = line.isClosing(in: segment.bytes, at: offset)
        if line.number == 0, header == nil { header = LogHeader(line.record(in: segment.bytes, at: offset)) }
        if isBroken {
            unchainedNumbers.append(line.number)
            if keepsRecords { unchained.append(line.record(in: segment.bytes, at: offset)) }
        } else {
            recordCount += 1
            lastLeaf = line.leaf
            if keepsRecords { records.append(line.record(in: segment.bytes, at: offset)) }
        }
    }

    /// Adds the finding for the break at `offset` and returns where to go on; the chain begins anew there.
    private mutating func report(
        _ outcome: Outcome,
        in buffer: UnsafeBufferPointer<UInt8>,
        at offset: Int,
        _ segment: SegmentBytes
    ) -> Int {
        isWhole = false
        let evidence = Evidence(in: buffer, from: offset, expecting: next, stopsAtFirstLine: isBroken)
        var resume = evidence.firstLine ?? buffer.count
        var kind: LogFinding.Class
        let reason: String
        switch outcome {
        case .bad(let text): (kind, reason) = (evidence.judgement(expecting: next), text)
        case .malformed: (kind, reason) = (.tampered, "a whole line's keys are not those of a record")
        case .good(let line):
            resume = offset
            (kind, reason) = Self.judge(line, expecting: next)
        }
        let isUnreadable = segment.isUnreadable(in: offset..<max(offset + 1, resume))
        // A log gets its name when its first record is on disk: no crash leaves it without.
        if isUnreadable || next == 0, kind == .torn { kind = .damaged }
        if kind == .torn { resume = buffer.count }
        var resumed: ScannedLine?
        if kind != .torn, case .good(let line) = Self.line(at: resume, in: buffer) { resumed = line }
        let lostEnd = max(resumed?.number ?? evidence.proven + 1, next)
        let finding = LogFinding(
            kind: kind,
            path: segment.segment.path,
            bytes: offset..<(resume > offset ? resume : buffer.count),
            lastGoodRecord: next - 1,
            provenRecord: evidence.proven,
            lost: kind == .damaged ? next..<lostEnd : 0..<0,
            reason: isUnreadable ? "the disk cannot read these bytes" : reason
        )
        if kind == .torn {
            torn = finding
            return buffer.count
        }
        findings.append(finding)
        (isBroken, isLastSegmentGood) = (true, false)
        guard let resumed else { return buffer.count }
        next = resumed.number
        previous = resumed.previous
        return resume
    }

    /// A whole line that is not the one expected: nothing a crash leaves behind looks like this.
    private static func judge(_ line: ScannedLine, expecting next: Int) -> (LogFinding.Class, String) {
        if line.number == next { return (.tampered, "record \(next) names another predecessor") }
        if line.number < next { return (.forked, "record \(line.number) stands again where \(next) was expected") }
        return (.damaged, "record \(line.number) stands where \(next) was expected")
    }

    enum Outcome {
        case good(ScannedLine)
        case malformed
        case bad(String)
    }

    static func line(at offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Outcome {
        guard offset < buffer.count else { return .bad("nothing more stands there") }
        let rest = UnsafeBufferPointer(rebasing: buffer[offset...])
        guard let count = lineLength(of: rest) else { return .bad("the last line has no end") }
        let bytes = UnsafeBufferPointer(rebasing: rest[..<count])
        guard let check = LineCheck(bytes) else { return .bad("a line fails its self-check") }
        guard let envelope = EnvelopeReader.read(bytes) else { return .malformed }
        return .good(
            ScannedLine(
                count: count,
                previous: check.previous,
                leaf: LogHash.leaf(of: UnsafeRawBufferPointer(bytes)),
                envelope: envelope
            )
        )
    }

    static func lineLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.baseAddress, let end = memchr(start, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(end) - UnsafeRawPointer(start)
    }
}

// MARK: From one segment to the next

extension LogScanner {
    /// Takes the header of a segment after the first and returns where its other lines begin: 0 if it has none.
    private mutating func enter(_ segment: SegmentBytes, _ buffer: UnsafeBufferPointer<UInt8>) -> Int {
        guard case .good(let line) = Self.line(at: 0, in: buffer),
            let header = SegmentHeader(line.record(in: segment.bytes, at: 0))
        else {
            settleTornAsDamage(proven: -1)
            isHeaderless = true
            return 0
        }
        headers[segment.segment.number] = header
        if trustsFirst, lastSegment == nil {
            (highest, next, previous) = (line.number - 1, line.number, line.previous)
            last = (header.after, line.previous)
        }
        if header.reason == .writeFailed, header.after < highest { abandon(after: header.after, for: line) }
        if torn != nil {
            // What a failed write left is known when the next segment goes on from just before it.
            if header.after == last.record { torn = nil } else { settleTornAsDamage(proven: header.after) }
        }
        if header.after > highest || line.number > highest + 1 {
            let isReported = !isLastSegmentGood && findings.last?.path == lastSegment?.segment.path
            if !isReported || missing != nil { reportEnd(proven: line.number - 1) }
        } else if line.number <= highest {
            reportAltered(.forked, "record \(line.number) stands again", segment)
        }
        if header.after <= highest, leaf(of: header.after) != line.previous {
            reportAltered(.tampered, "the segment names another record \(header.after)", segment)
        }
        beginSegment()
        accept(line, in: segment, at: 0)
        return line.count + 1
    }

    private func leaf(of record: Int) -> LogHash? {
        if record == last.record { return last.leaf }
        return record == -1 ? .zero : leaves[record]
    }

    /// Takes out the records of a write whose flush failed: they were never acknowledged and stand again in this segment.
    ///
    /// If a record says that one of them was on disk, this segment lies and both branches stay.
    private mutating func abandon(after: Int, for line: ScannedLine) {
        guard line.number == after + 1, provenRecord <= after, let leaf = leaf(of: after), leaf == line.previous
        else { return }
        while let number = unchainedNumbers.last, number > after {
            unchainedNumbers.removeLast()
            if keepsRecords { unchained.removeLast() }
        }
        if !isBroken {
            if keepsRecords { records.removeLast(max(0, records.count - after - 1)) }
            recordCount = after + 1
            lastLeaf = leaf
        }
        (last, highest) = ((after, leaf), after)
        (next, previous) = (after + 1, leaf)
    }

    private mutating func settleTornAsDamage(proven: Int) {
        guard let finding = torn else { return }
        findings.append(finding.damaged(proven: proven))
        torn = nil
        (isBroken, isLastSegmentGood) = (true, false)
    }

    /// Records up to `proven` were on disk, and the files end before them or one is not there.
    private mutating func reportEnd(proven: Int) {
        let size = lastSegment?.bytes.count ?? 0
        let path = missing?.path ?? lastSegment?.segment.path ?? ""
        findings.append(
            LogFinding(
                kind: .damaged,
                path: path,
                bytes: missing == nil ? size..<size : 0..<0,
                lastGoodRecord: highest,
                provenRecord: proven,
                lost: highest + 1..<max(highest, proven) + 1,
                reason: missing == nil
                    ? "the log ends here, and record \(proven) had been written"
                    : "this segment is missing, a later one is there"
            )
        )
        (isBroken, isLastSegmentGood, isWhole) = (true, false, false)
    }

    private mutating func reportHeaderless(_ segment: SegmentBytes) {
        isHeaderless = false
        findings.append(
            LogFinding(
                kind: .damaged,
                path: segment.segment.path,
                bytes: 0..<0,
                lastGoodRecord: highest,
                provenRecord: -1,
                lost: 0..<0,
                reason: "its first line is no header of a segment"
            )
        )
        (isBroken, isLastSegmentGood, isWhole) = (true, false, false)
    }

    private mutating func reportAltered(_ kind: LogFinding.Class, _ reason: String, _ segment: SegmentBytes) {
        findings.append(
            LogFinding(
                kind: kind,
                path: segment.segment.path,
                bytes: 0..<0,
                lastGoodRecord: highest,
                provenRecord: provenRecord,
                lost: 0..<0,
                reason: reason
            )
        )
        (isBroken, isWhole) = (true, false)
    }
}
