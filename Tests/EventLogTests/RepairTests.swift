import EventLog
import Glibc
import Testing
import TestSupport

/// R13: what is lost is brought back from a copy, byte for byte.
@Suite struct `A repair` {
    private static let location = LogFixture.location
    private static let copy = LogLocation(directory: "/home/copy/s17")

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    /// A disk with a log of 13 records, a copy of its first `copied` records, and damage done to the log.
    private static func disk(copied: Int, _ damage: (inout [[UInt8]]) -> Void) throws -> (FaultyDisk, [UInt8]) {
        let disk = try LogFixture.disk(batches: 4, of: 3)
        let whole = try #require(disk.contents(LogFixture.path))
        disk.place(copy.segmentPath(1), lines(whole)[..<copied].flatMap { $0 + [UInt8(ascii: "\n")] })
        var damaged = lines(whole)
        damage(&damaged)
        disk.place(LogFixture.path, damaged.flatMap { $0 + [UInt8(ascii: "\n")] })
        return (disk, whole)
    }

    static let damages: [(name: String, change: @Sendable (inout [[UInt8]]) -> Void)] = [
        ("a flipped bit", { $0[5][50] ^= 1 }),
        ("a hole", { for line in 3...8 { $0[line] = [0, 0, 0] } }),
        ("a bad header", { $0[0][20] ^= 1 }),
        ("a lost line", { $0.remove(at: 4) }),
        ("a lost end", { $0.removeLast(6) }),
        ("a line twice", { $0.insert($0[2], at: 3) }),
    ]

    @Test(arguments: damages.indices)
    func `R13: brings back the very bytes, and keeps what it takes away`(index: Int) throws {
        let (disk, whole) = try Self.disk(copied: 13, Self.damages[index].change)
        let damaged = try #require(disk.contents(LogFixture.path))

        let repair = try LogRepair.repair(Self.location, from: Self.copy, disk: disk)

        #expect(repair.segments == ["000001.jsonl"])
        #expect(disk.contents(LogFixture.path) == whole)
        let kept = disk.files.filter { $0.hasPrefix(Self.location.quarantineDirectory) }
        #expect(kept.count == 1 && disk.contents(kept[0]) == damaged)
        #expect(try LogReader(disk: disk).verify(Self.location).outcome == .intact)
    }

    @Test func `from an older copy keeps every record the log still has`() throws {
        let (disk, whole) = try Self.disk(copied: 8) { $0[5][50] ^= 1 }

        _ = try LogRepair.repair(Self.location, from: Self.copy, disk: disk)

        #expect(disk.contents(LogFixture.path) == whole)
    }

    @Test func `from a copy that does not reach far enough changes nothing`() throws {
        let (disk, _) = try Self.disk(copied: 4) { $0[7][50] ^= 1 }
        let files = disk.files
        let before = disk.contents(LogFixture.path)

        let error = #expect(throws: RepairError.self) {
            try LogRepair.repair(Self.location, from: Self.copy, disk: disk)
        }

        guard case .insufficient = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(disk.files == files && disk.contents(LogFixture.path) == before)
    }

    @Test func `refuses a damaged copy, one of another log, and a log that needs none`() throws {
        let (disk, whole) = try Self.disk(copied: 13) { $0[5][50] ^= 1 }
        var bytes = whole
        bytes[900] ^= 1
        disk.place(Self.copy.segmentPath(1), bytes)
        #expect(throws: RepairError.self) { try LogRepair.repair(Self.location, from: Self.copy, disk: disk) }

        let other = LogLocation(directory: "/home/copy/s18")
        let header = LogHeader(logID: "other", station: "s", boot: "b", writer: "w")
        try LogWriter.create(at: other, header: header, moment: LogFixture.moment, disk: disk).close()
        #expect(
            throws: RepairError.otherLog(path: "\(other)", expected: LogFixture.header.logID, found: "other")
        ) { try LogRepair.repair(Self.location, from: other, disk: disk) }

        disk.place(LogFixture.path, whole)
        disk.place(Self.copy.segmentPath(1), whole)
        #expect(throws: RepairError.intact(path: "\(Self.location)")) {
            try LogRepair.repair(Self.location, from: Self.copy, disk: disk)
        }
    }

    @Test func `heals the gap that a later segment stated, and the log says who mended it`() throws {
        let (disk, _) = try Self.disk(copied: 13) { $0[5][50] ^= 1 }
        let opened = try LogFixture.open(on: disk)
        try opened.writer.append([LogFixture.draft(12)])
        opened.writer.close()

        let repair = try LogRepair.repair(Self.location, from: Self.copy, disk: disk)
        let again = try LogFixture.open(on: disk)
        try again.writer.append([repair.draft(at: LogFixture.moment)])

        #expect(!again.isNewlyDamaged)
        let contents = try LogReader(disk: disk).read(Self.location)
        #expect(contents.findings.isEmpty && contents.unchained.isEmpty)
        #expect(LogFixture.events(in: contents) == Array(0...12))
        #expect(contents.records.last?.kind == "log.repaired")
    }

    @Test func `brings back a missing file`() throws {
        let (disk, whole) = try Self.disk(copied: 13) { _ in }
        try disk.remove(LogFixture.path)

        _ = try LogRepair.repair(Self.location, from: Self.copy, disk: disk)

        #expect(disk.contents(LogFixture.path) == whole)
    }

    @Test func `can be interrupted at any call and done again`() throws {
        let (start, whole) = try Self.disk(copied: 13) { $0[5][50] ^= 1 }
        let run = start.afterKill()
        _ = try LogRepair.repair(Self.location, from: Self.copy, disk: run)
        for call in 1...run.calls.count {
            for seed in 0..<6 as Range<UInt64> {
                let disk = start.afterKill()
                disk.setFaults(DiskFaults(powerOffAtCall: call))
                _ = try? LogRepair.repair(Self.location, from: Self.copy, disk: disk)
                let after = disk.afterPowerCut(seed: seed)
                if after.contents(LogFixture.path) != whole {
                    _ = try LogRepair.repair(Self.location, from: Self.copy, disk: after)
                }
                #expect(after.contents(LogFixture.path) == whole, "call \(call) seed \(seed)")
            }
        }
    }

    @Test func `from a copy that ends too early says what is still lost, and a later one heals it`() throws {
        let (disk, whole) = try Self.disk(copied: 8) { $0.removeLast(9) }
        let last = try #require(
            try LogFixture.disk(batches: 4, of: 3).contents(LogFixture.path).flatMap { Self.lines($0).last }
        )
        let head = LogHead(logID: LogFixture.header.logID, record: 12, event: 11, leaf: LogHash.leaf(of: last))

        let repair = try LogRepair.repair(Self.location, from: Self.copy, disk: disk, on: .init(head: head))
        #expect(repair.missing == 8..<13)
        let opened = try LogWriter.open(
            at: Self.location,
            boot: "b",
            writer: "w",
            moment: LogFixture.moment,
            disk: disk,
            expecting: head
        )
        try opened.writer.append([LogFixture.draft(12)])
        opened.writer.close()
        #expect(opened.writer.durableRecord > 12, "numbers that were given are not given again")

        disk.place(Self.copy.segmentPath(1), whole)
        let again = try LogRepair.repair(Self.location, from: Self.copy, disk: disk, on: .init(head: head))
        #expect(again.missing.isEmpty)
        let contents = try LogReader(disk: disk).read(Self.location)
        #expect(contents.findings.isEmpty && LogFixture.events(in: contents) == Array(0...12))
    }

    @Test func `of a sealed log that was written again brings back what was sealed`() throws {
        let (disk, whole) = try Self.disk(copied: 13) { _ in }
        let key = StationKey(station: "Ward 3")
        let root = try LogReader(disk: disk).digest(of: Self.copy).root
        let origin = LogSeal.origin(key: key.name, log: LogFixture.header.logID)
        let seal = SignedNote(signing: Checkpoint(origin: origin, size: 13, root: root).text, with: key).bytes
        disk.place(Self.copy.sealPath, seal)
        disk.place(Self.location.sealPath, Array("no seal".utf8))
        // Whole in itself, and of the same name.
        let other = FaultyDisk()
        let forger = try LogWriter.create(
            at: Self.location,
            header: LogFixture.header,
            moment: LogFixture.moment,
            disk: other
        )
        try forger.append((0..<14).map { LogFixture.draft($0) })
        forger.close()
        let forged = try #require(other.contents(LogFixture.path))
        disk.place(LogFixture.path, forged)

        let repair = try LogRepair.repair(Self.location, from: Self.copy, disk: disk, on: .init(keys: [key.verifier]))

        #expect(repair.segments == ["000001.jsonl", "seal.checkpoint"])
        #expect(disk.contents(LogFixture.path) == whole && disk.contents(Self.location.sealPath) == seal)
        let kept = disk.files.filter { $0.hasPrefix(Self.location.quarantineDirectory) }
        #expect(kept.count == 2 && kept.contains { disk.contents($0) == forged })
        #expect(throws: RepairError.self) {
            try LogRepair.repair(Self.location, from: Self.copy, disk: disk, on: .init(sealedRoot: .zero))
        }
    }
}
