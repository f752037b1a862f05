import EventLog
import Testing
import TestSupport

/// Damage of every kind to a log of four batches of three events: records 0 to 12, the last batch 10 to 12.
@Suite struct `Damage to a log` {
    private static func lines(_ disk: FaultyDisk) throws -> [[UInt8]] {
        let bytes = try #require(disk.contents(LogFixture.path))
        return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    /// A disk whose log is `change` of the lines of an intact one.
    private static func disk(_ change: (inout [[UInt8]]) -> Void) throws -> FaultyDisk {
        let disk = try LogFixture.disk(batches: 4, of: 3)
        var lines = try lines(disk)
        change(&lines)
        disk.place(LogFixture.path, lines.flatMap { $0 + [UInt8(ascii: "\n")] })
        return disk
    }

    private static func expect(
        _ outcome: LogVerification.Outcome,
        good: Int,
        unchained: Int,
        on disk: FaultyDisk
    ) throws {
        let verification = try LogReader(disk: disk).verify(LogFixture.path)
        #expect(verification.outcome == outcome)
        #expect(verification.recordCount == good)
        #expect(verification.unchainedCount == unchained)
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.records.map(\.number) == Array(0..<good))
        #expect(contents.unchained.count == unchained)
        #expect(contents.findings == verification.findings)
    }

    /// The damaged file is left as it is; the log goes on in a new one that says so, and once is enough.
    private static func expectGoingOn(on disk: FaultyDisk) throws {
        let before = disk.contents(LogFixture.path)
        let found = try LogReader(disk: disk).read(LogFixture.location)
        let opened = try LogFixture.open(on: disk)
        #expect(opened.isNewlyDamaged)
        #expect(opened.contents.damage == found.damage)
        let next = found.last.highest + 1
        #expect(try opened.writer.append([LogFixture.draft(50)]) == max(next, found.provenRecord + 1) + 1)
        opened.writer.close()
        #expect(disk.contents(LogFixture.path) == before)
        #expect(disk.contents(LogFixture.location.segmentPath(2)) != nil)

        let again = try LogFixture.open(on: disk)
        #expect(!again.isNewlyDamaged)
        #expect(again.contents.damage == found.damage)
        #expect(again.contents.readable.last { $0.event != nil }?.event == 50)
        #expect(disk.contents(LogFixture.location.segmentPath(3)) == nil)
        #expect(disk.contents(LogFixture.path) == before)
    }

    @Test(arguments: 1...9)
    func `is seen when a bit flips before the last batch`(record: Int) throws {
        let disk = try Self.disk { $0[record][40] ^= 4 }
        try Self.expect(.damaged, good: record, unchained: 12 - record, on: disk)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `gives the bytes in doubt exactly`() throws {
        let disk = try Self.disk { $0[5][40] ^= 4 }
        let lines = try Self.lines(disk)
        let finding = try #require(try LogReader(disk: disk).verify(LogFixture.path).findings.first)
        let start = lines[..<5].reduce(0) { $0 + $1.count + 1 }
        #expect(finding.bytes == start..<start + lines[5].count + 1)
        #expect(finding.lastGoodRecord == 4)
        #expect(finding.provenRecord == 9)
    }

    @Test func `is listed in every place`() throws {
        let disk = try Self.disk {
            $0[3][40] ^= 4
            $0[7][40] ^= 4
        }
        try Self.expect(.damaged, good: 3, unchained: 8, on: disk)
        let findings = try LogReader(disk: disk).verify(LogFixture.path).findings
        #expect(findings.map(\.lastGoodRecord) == [2, 6])
        #expect(findings.map(\.kind) == [.damaged, .damaged])
    }

    @Test func `is seen when sectors read as zeros`() throws {
        let disk = try LogFixture.disk(batches: 4, of: 3)
        var bytes = try #require(disk.contents(LogFixture.path))
        bytes.replaceSubrange(512..<1024, with: repeatElement(0, count: 512))
        disk.place(LogFixture.path, bytes)
        #expect(try LogReader(disk: disk).verify(LogFixture.path).outcome == .damaged)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `is seen when a record is taken out`() throws {
        let disk = try Self.disk { $0.remove(at: 6) }
        try Self.expect(.damaged, good: 6, unchained: 6, on: disk)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `is seen when a record stands twice`() throws {
        let disk = try Self.disk { $0.insert($0[6], at: 7) }
        try Self.expect(.forged, good: 7, unchained: 7, on: disk)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `is seen when two records change places`() throws {
        let disk = try Self.disk { $0.swapAt(5, 6) }
        #expect(try LogReader(disk: disk).verify(LogFixture.path).recordCount == 5)
        try Self.expectGoingOn(on: disk)
    }

    @Test(arguments: [6, 12])
    func `is seen when a record is replaced by a well-formed one`(record: Int) throws {
        let disk = try Self.disk { lines in
            var encoder = LineEncoder()
            let durable = record == 12 ? 9 : 3
            encoder.append(
                LogFixture.draft(99),
                number: record,
                durable: durable,
                previous: record == 12 ? .zero : LogHash.leaf(of: lines[record - 1])
            )
            lines[record] = Array(encoder.buffer.dropLast())
        }
        #expect(try LogReader(disk: disk).verify(LogFixture.path).outcome == .forged)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `is seen when bytes are put in before the last batch`() throws {
        let disk = try Self.disk { $0.insert(Array("rubbish".utf8), at: 10) }
        try Self.expect(.damaged, good: 10, unchained: 3, on: disk)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `to the header alone leaves everything else readable`() throws {
        let disk = try Self.disk { $0[0][120] ^= 1 }
        try Self.expect(.damaged, good: 0, unchained: 12, on: disk)
        let finding = try #require(try LogReader(disk: disk).verify(LogFixture.path).findings.first)
        #expect(finding.bytes.lowerBound == 0)
        #expect(finding.lastGoodRecord == -1)
        try Self.expectGoingOn(on: disk)
    }

    @Test func `is never taken for an intact log, whatever one byte becomes`() throws {
        let seed = SeededRandom.runSeed
        var random = SeededRandom(seed: seed)
        let intact = try LogFixture.disk(batches: 4, of: 3)
        let bytes = try #require(intact.contents(LogFixture.path))
        let lastBatch = try Self.lines(intact)[..<10].reduce(0) { $0 + $1.count + 1 }
        for _ in 0..<400 {
            let index = Int.random(in: bytes.indices, using: &random)
            var changed = bytes
            changed[index] ^= UInt8.random(in: 1...255, using: &random)
            let disk = FaultyDisk()
            disk.place(LogFixture.path, changed)
            let outcome = try? LogReader(disk: disk).verify(LogFixture.path).outcome
            #expect(outcome != .intact, "VIGIL_SEED=\(seed) byte \(index)")
            if index < lastBatch { #expect(outcome != .torn, "VIGIL_SEED=\(seed) byte \(index)") }
        }
    }
}
