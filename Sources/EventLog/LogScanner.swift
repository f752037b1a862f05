import Glibc

/// Walks over the segments of a log, verifying each line and the chain, and collects records and findings.
struct LogScanner {
    /// The records of the unbroken chain from record 0.
    private(set) var records: [LogRecord] = []
    /// Whole records met after the first break; their chain to the beginning cannot be verified.
    private(set) var unchained: [LogRecord] = []
    private(set) var findings: [LogFinding] = []
    private(set) var tree = MerkleTree()

    private var next = 0
    private var previous = LogHash.zero
    private let keepsRecords: Bool
    private(set) var recordCount = 0
    private(set) var unchainedCount = 0

    /// Collects the records or, with `keepsRecords` off, the tree over them; counts and findings either way.
    init(keepsRecords: Bool) {
        self.keepsRecords = keepsRecords
    }

    /// The last record of the unbroken chain; -1 if there is none.
    var lastRecord: Int { recordCount - 1 }

    /// The leaf of the last record of the unbroken chain.
    private(set) var lastLeaf = LogHash.zero

    /// The highest record a later good record says was on disk; -1 if none says so.
    private(set) var provenRecord = -1

    /// Where the line of each record after `provenRecord` may begin: the end of the line of `provenRecord`.
    private(set) var goodEnd = 0

    /// Walks over one segment; `bytes` is the whole file.
    mutating func scan(_ bytes: [UInt8], path: String) {
        if keepsRecords { records.reserveCapacity(records.count + bytes.count / 300) }
        var offset = 0
        goodEnd = 0
        bytes.withUnsafeBufferPointer { buffer in
            while offset < buffer.count {
                switch Self.line(at: offset, in: buffer) {
                case .good(let line) where line.number == next && line.previous == previous:
                    accept(line, file: bytes, at: offset)
                    offset += line.count + 1
                case .good(let line):
                    offset = report(.unexpected(line), in: buffer, at: offset, path: path)
                case .malformed:
                    offset = report(.malformed, in: buffer, at: offset, path: path)
                case .bad(let reason):
                    offset = report(.unreadable(reason), in: buffer, at: offset, path: path)
                }
                if findings.isEmpty { goodEnd = offset }
            }
        }
    }

    private mutating func accept(_ line: ScannedLine, file: [UInt8], at offset: Int) {
        next = line.number + 1
        previous = line.leaf
        if findings.isEmpty {
            recordCount += 1
            lastLeaf = line.leaf
            if let durable = line.envelope.durable { provenRecord = max(provenRecord, durable) }
            if keepsRecords {
                records.append(line.record(in: file, at: offset))
            } else {
                tree.append(line.leaf)
            }
        } else {
            unchainedCount += 1
            if keepsRecords { unchained.append(line.record(in: file, at: offset)) }
        }
    }

    /// What stands where the next record was expected.
    private enum Break {
        case unreadable(String)
        case malformed
        case unexpected(ScannedLine)
    }

    /// Adds the finding for the break at `offset` and returns where to go on; the chain begins anew there.
    private mutating func report(
        _ found: Break,
        in buffer: UnsafeBufferPointer<UInt8>,
        at offset: Int,
        path: String
    ) -> Int {
        let evidence = Evidence(in: buffer, from: offset, expecting: next, stopsAtFirstLine: !findings.isEmpty)
        let resume: Int
        let kind: LogFinding.Class
        let reason: String
        switch found {
        case .unreadable(let text):
            (resume, reason) = (evidence.firstLine ?? buffer.count, text)
            kind = evidence.judgement(expecting: next)
        case .malformed:
            (resume, reason) = (evidence.firstLine ?? buffer.count, "a whole line's keys are not those of a record")
            kind = .tampered
        case .unexpected(let line):
            resume = offset
            (kind, reason) = Self.judge(line, expecting: next)
        }
        findings.append(
            LogFinding(
                kind: kind,
                path: path,
                bytes: offset..<(resume > offset && kind != .torn ? resume : buffer.count),
                lastGoodRecord: next - 1,
                provenRecord: evidence.proven,
                reason: reason
            )
        )
        guard kind != .torn, case .good(let line) = Self.line(at: resume, in: buffer) else {
            return buffer.count
        }
        next = line.number
        previous = line.previous
        return resume
    }

    /// A whole line that is not the one expected: nothing a crash leaves behind looks like this.
    private static func judge(_ line: ScannedLine, expecting next: Int) -> (LogFinding.Class, String) {
        if line.number == next { return (.tampered, "record \(next) names another predecessor") }
        if line.number < next { return (.forked, "record \(line.number) stands again where \(next) was expected") }
        return (.damaged, "record \(line.number) stands where \(next) was expected")
    }

    private enum Outcome {
        case good(ScannedLine)
        case malformed
        case bad(String)
    }

    private static func line(at offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Outcome {
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
