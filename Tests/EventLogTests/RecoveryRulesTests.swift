import EventLog
import Glibc
import Testing
import TestSupport

/// The recovery rules R1 to R14 of the log's specification, one test each; a log of four batches of three events has
/// records 0 to 12, and record 12 says that record 9 is on disk.
@Suite struct `Recovery` {
    private static let location = LogFixture.location

    private static func disk(_ change: (inout [[UInt8]]) -> Void = { _ in }) throws -> FaultyDisk {
        let disk = try LogFixture.disk(batches: 4, of: 3)
        let bytes = try #require(disk.contents(LogFixture.path))
        var lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        change(&lines)
        disk.place(LogFixture.path, lines.flatMap { $0 + [UInt8(ascii: "\n")] })
        return disk
    }

    /// What somebody else wrote down of the intact log at a record.
    private static func head(at record: Int) throws -> LogHead {
        let contents = try LogReader(disk: try disk()).read(location)
        let found = contents.records[record]
        return LogHead(logID: contents.header.logID, record: record, event: record - 1, leaf: found.leaf)
    }

    private static func open(_ disk: FaultyDisk, expecting head: LogHead? = nil) throws(LogError) -> OpenedLog {
        try LogWriter.open(
            at: location,
            boot: "boot-2",
            writer: "vigil 2",
            moment: LogFixture.moment,
            disk: disk,
            expecting: head
        )
    }

    /// Damage: the old file is as it was, a new segment says what is lost, and the log goes on and is read again.
    private static func expectNewSegment(
        on disk: FaultyDisk,
        expecting head: LogHead? = nil,
        gap: String,
        after: Int
    ) throws {
        let before = disk.contents(LogFixture.path)
        let opened = try open(disk, expecting: head)
        #expect(opened.isNewlyDamaged)
        try opened.writer.append([LogFixture.draft(40), LogFixture.draft(41)])
        opened.writer.close()

        #expect(disk.contents(LogFixture.path) == before)
        let contents = try LogReader(disk: disk).read(location, expecting: head)
        let segment = try #require(contents.readable.first { $0.kind == "log.segment" })
        let header = try #require(SegmentHeader(segment))
        #expect(header.reason == .damage && header.after == after && header.gap == gap)
        #expect(contents.readable.compactMap(\.event).suffix(2) == [40, 41])
        #expect(try !open(disk, expecting: head).isNewlyDamaged, "what is known is not found again")
    }

    @Test func `R1: a whole log goes on in its file`() throws {
        let disk = try Self.disk()

        let opened = try Self.open(disk, expecting: Self.head(at: 12))

        #expect(!opened.isNewlyDamaged && opened.cut == nil)
        #expect(disk.files == [LogFixture.path])
        #expect(opened.writer.durableRecord == 13)
    }

    @Test(arguments: [1, 40, 200]) func `R2: an unfinished write is cut off and kept aside`(length: Int) throws {
        let disk = try Self.disk()
        let bytes = try #require(disk.contents(LogFixture.path))
        let last = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let torn = Array(bytes[..<last]) + Array(bytes[last..<min(last + length, bytes.count - 1)])
        disk.place(LogFixture.path, torn)

        let opened = try Self.open(disk, expecting: Self.head(at: 9))

        let cut = try #require(opened.cut)
        #expect(!opened.isNewlyDamaged && cut.offset == last)
        #expect(disk.contents("\(Self.location.quarantineDirectory)/\(cut.keptAs)") == Array(torn[last...]))
        #expect(LogFixture.events(in: opened.contents) == Array(0...10))
    }

    @Test func `R3: an unfinished end that had been acknowledged is damage, and nothing is cut`() throws {
        let disk = try Self.disk()
        let bytes = try #require(disk.contents(LogFixture.path))
        disk.place(LogFixture.path, Array(bytes.dropLast(30)))

        try Self.expectNewSegment(on: disk, expecting: Self.head(at: 12), gap: "12-12", after: 11)
    }

    @Test func `R3: a line that rotted before the last batch is damage`() throws {
        let disk = try Self.disk { $0[7][60] ^= 0x10 }

        try Self.expectNewSegment(on: disk, gap: "7-7", after: 12)
    }

    @Test(arguments: [1, 4, 11]) func `R4: a log that ends cleanly too early is damage`(kept: Int) throws {
        let disk = try Self.disk { $0.removeLast($0.count - kept - 1) }

        try Self.expectNewSegment(on: disk, expecting: Self.head(at: 12), gap: "\(kept + 1)-12", after: kept)
        #expect(try LogReader(disk: disk).read(Self.location).last.record > 12, "numbers are not given twice")
    }

    @Test func `R5: lines after a hole stay readable, unchained`() throws {
        let disk = try Self.disk {
            for line in 4...6 { $0[line] = [UInt8](repeating: 0, count: $0[line].count) }
        }

        try Self.expectNewSegment(on: disk, gap: "4-6", after: 12)
        let contents = try LogReader(disk: disk).read(Self.location)
        #expect(contents.records.map(\.number) == Array(0...3))
        #expect(contents.unchained.map(\.number).prefix(6) == [7, 8, 9, 10, 11, 12])
    }

    @Test func `R6: a record in another's place makes its file read-only, and is never repaired`() throws {
        let disk = try Self.disk { lines in
            var encoder = LineEncoder()
            encoder.append(LogFixture.draft(99), number: 6, durable: 3, previous: LogHash.leaf(of: lines[5]))
            lines[6] = Array(encoder.buffer.dropLast())
        }

        try Self.expectNewSegment(on: disk, gap: "", after: 12)
        let verification = try LogReader(disk: disk).verify(Self.location)
        #expect(verification.outcome == .forged)
        #expect(verification.findings.map(\.kind) == [.tampered])
    }

    @Test func `R6: a history rewritten whole is seen by what the station wrote down`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append(LogFixture.drafts(20..<32))
        writer.close()

        let found = try LogReader(disk: disk).verify(Self.location, expecting: Self.head(at: 9))

        #expect(found.outcome == .forged)
        #expect(try LogReader(disk: disk).verify(Self.location).outcome == .intact, "by itself it looks whole")
        try Self.expectNewSegment(on: disk, expecting: Self.head(at: 9), gap: "", after: 12)
    }

    @Test func `R7: a number that stands twice keeps both branches`() throws {
        let disk = try Self.disk { $0.insert(contentsOf: $0[4...5], at: 9) }

        let before = try LogReader(disk: disk).read(Self.location)
        #expect(before.damage.map(\.kind).contains(.forked))
        try Self.expectNewSegment(on: disk, gap: before.gap, after: 12)
        let numbers = try LogReader(disk: disk).read(Self.location).readable.map(\.number)
        #expect(numbers.filter { $0 == 4 }.count == 2 && numbers.filter { $0 == 5 }.count == 2)
    }

    @Test func `R8: a bad header leaves the rest readable`() throws {
        let disk = try Self.disk { $0[0][30] ^= 1 }

        try Self.expectNewSegment(on: disk, expecting: Self.head(at: 12), gap: "0-0", after: 12)
        let contents = try LogReader(disk: disk).read(Self.location)
        #expect(contents.header.logID == LogFixture.header.logID, "the station knew which log it was")
        #expect(contents.unchained.prefix(12).map(\.number) == Array(1...12))
    }

    @Test func `R8: a file that never was a log is refused and left as it is`() throws {
        let disk = FaultyDisk()
        disk.place(LogFixture.path, Array("{\"n\":0,\"k\":\"lo".utf8))

        #expect(throws: LogError.self) { try Self.open(disk) }
        #expect(disk.files == [LogFixture.path])
    }

    @Test func `R9: an orphaned temporary file goes to quarantine`() throws {
        let disk = try Self.disk()
        let orphan = Self.location.segmentPath(2) + ".tmp"
        disk.place(orphan, Array("{\"n\":13,\"k\":\"log.seg".utf8))

        let opened = try Self.open(disk)

        #expect(!opened.isNewlyDamaged && disk.contents(orphan) == nil)
        #expect(disk.files.contains { $0.hasPrefix("\(Self.location.quarantineDirectory)/000002.jsonl.tmp.") })
    }

    /// A log of five segments: records 0 to 12, and two after each of two openings.
    private static func manySegments() throws -> FaultyDisk {
        let disk = try disk()
        for first in [12, 14] {
            let writer = try LogWriter.open(
                at: location,
                boot: "b",
                writer: "w",
                moment: LogFixture.moment,
                disk: disk,
                segmentLimit: 1
            ).writer
            try writer.append([LogFixture.draft(first), LogFixture.draft(first + 1)])
            writer.close()
        }
        return disk
    }

    @Test(arguments: [1, 2, 3, 4]) func `R10: a missing file in the middle is lost for its range`(missing: Int) throws {
        let disk = try Self.manySegments()
        let whole = try LogReader(disk: disk).read(Self.location)
        #expect(whole.findings.isEmpty)
        let lost = disk.afterKill()
        try lost.remove(Self.location.segmentPath(missing))

        let contents = try LogReader(disk: lost).read(Self.location)

        let finding = try #require(contents.damage.first)
        #expect(contents.damage.count == 1 && finding.path == Self.location.segmentPath(missing))
        let kept = Set(contents.readable.map(\.number))
        #expect(Set(whole.records.map(\.number)).subtracting(kept) == Set(finding.lost))
        #expect(try Self.open(lost).isNewlyDamaged)
        #expect(try !Self.open(lost.afterKill()).isNewlyDamaged)
    }

    @Test func `R10: the last file that is missing is lost by what the station wrote down`() throws {
        let disk = try Self.manySegments()
        let last = try #require(try LogReader(disk: disk).read(Self.location).records.last)
        let segment = try #require(try LogReader(disk: disk).segments(of: Self.location).last)
        let head = LogHead(logID: LogFixture.header.logID, record: last.number, event: 15, leaf: last.leaf)
        let lost = disk.afterKill()
        try lost.remove(segment.path)

        #expect(try LogReader(disk: lost).verify(Self.location).outcome == .intact, "by itself it looks whole")
        #expect(try LogReader(disk: lost).verify(Self.location, expecting: head).outcome == .damaged)
        #expect(try Self.open(lost, expecting: head).writer.durableRecord > last.number)
    }

    @Test func `R12: a bad sector is read around, and nothing is written to its file`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        for batch in 0..<30 { try writer.append(LogFixture.drafts(batch * 3..<(batch + 1) * 3, padding: 60)) }
        writer.close()
        let before = try #require(disk.contents(LogFixture.path))
        disk.setFaults(DiskFaults(unreadable: [LogFixture.path: 9000..<9001]))

        let contents = try LogReader(disk: disk).read(Self.location)

        let finding = try #require(contents.damage.first)
        #expect(finding.reason == "the disk cannot read these bytes")
        #expect(finding.bytes.lowerBound <= 9000 && finding.bytes.upperBound > 9000)
        #expect(finding.bytes.count < 4096 + 2000)
        #expect(contents.readable.count + finding.lost.count == 91)
        let opened = try Self.open(disk)
        #expect(opened.isNewlyDamaged)
        try opened.writer.append([LogFixture.draft(90)])
        #expect(disk.contents(LogFixture.path) == before)
    }

    @Test func `R12: a bad sector at the end is never taken for an unfinished write`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        for batch in 0..<20 { try writer.append(LogFixture.drafts(batch * 3..<(batch + 1) * 3, padding: 60)) }
        writer.close()
        let size = try #require(disk.contents(LogFixture.path)).count
        disk.setFaults(DiskFaults(unreadable: [LogFixture.path: size - 1..<size]))

        let opened = try Self.open(disk)

        #expect(opened.isNewlyDamaged && opened.cut == nil)
        #expect(disk.contents(LogFixture.path)?.count == size)
    }

    @Test func `R14: a wall clock that goes back is no damage`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        for (event, hours) in [0, 5, -20, 1].enumerated() {
            var draft = LogFixture.draft(event)
            draft.utcMicros += Int64(hours) * 3_600_000_000
            try writer.append([draft])
        }
        writer.close()

        let contents = try LogReader(disk: disk).read(Self.location)

        #expect(contents.findings.isEmpty && LogFixture.events(in: contents) == [0, 1, 2, 3])
        #expect(try !Self.open(disk).isNewlyDamaged)
    }
}
