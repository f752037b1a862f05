import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `A log writer` {
    @Test func `puts a whole header and its name on disk before anything else`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        #expect(writer.durableRecord == 0)
        for seed in 0..<50 as Range<UInt64> {
            let contents = try LogReader(disk: disk.afterPowerCut(seed: seed)).read(LogFixture.location)
            #expect(contents.header == LogFixture.header)
            #expect(contents.records.map(\.kind) == ["log.open"])
            #expect(contents.findings.isEmpty)
        }
    }

    @Test func `makes one write and one flush for a batch of any size`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append([LogFixture.draft(0)])
        for count in [1, 2, 64, 500] {
            let before = disk.calls.count
            try writer.append(LogFixture.drafts(0..<count))
            #expect(disk.calls[before...].filter { $0 != "fallocate" } == ["pwrite", "fdatasync"])
        }
    }

    @Test func `gives back everything it was given`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        let drafts = LogFixture.drafts(0..<10, padding: 20)
        #expect(try writer.append(Array(drafts[..<4])) == 4)
        #expect(try writer.append(Array(drafts[4...])) == 10)
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.findings.isEmpty)
        #expect(contents.records.map(\.number) == Array(0...10))
        #expect(contents.records.map(\.durableRecord) == [nil, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4])
        let read = contents.records.dropFirst().map { record in
            RecordDraft(
                event: record.event,
                kind: record.kind,
                version: record.version,
                utcMicros: record.utcMicros,
                bootMicros: record.bootMicros,
                actor: record.actor,
                body: Array(record.body)
            )
        }
        #expect(read == drafts)
    }

    @Test func `goes on after short writes`() throws {
        let disk = FaultyDisk(DiskFaults(longestWrite: 7))
        let writer = try LogFixture.create(on: disk)
        try writer.append(LogFixture.drafts(0..<5))
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(LogFixture.events(in: contents) == Array(0..<5))
        #expect(contents.findings.isEmpty)
    }

    @Test func `never writes to a file again after a flush of it failed, and goes on in a new one`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append([LogFixture.draft(0)])
        disk.setFaults(DiskFaults(failingSyncs: [disk.count("fsync") + disk.count("fdatasync") + 1]))
        #expect(try writer.append([LogFixture.draft(1)]) == 3)
        let abandoned = disk.contents(LogFixture.path)
        #expect(writer.path == LogFixture.location.segmentPath(2))
        #expect(try writer.append([LogFixture.draft(2)]) == 4)
        #expect(disk.contents(LogFixture.path) == abandoned)
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.findings.isEmpty)
        #expect(LogFixture.events(in: contents) == [0, 1, 2])
        #expect(contents.records.map(\.kind)[2] == "log.segment")
        #expect(contents.records.map(\.number) == Array(0...4))
    }

    @Test func `keeps what no file took, and takes it again once one can be begun`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        disk.setFaults(DiskFaults(failingSyncs: Set(1...100)))
        for _ in 0..<3 { #expect(throws: LogError.self) { try writer.append([LogFixture.draft(0)]) } }
        #expect(writer.durableRecord == 0)
        disk.setFaults(DiskFaults())
        #expect(try writer.append([LogFixture.draft(0)]) == 2)
        for seed in 0..<30 as Range<UInt64> {
            let contents = try LogReader(disk: disk.afterPowerCut(seed: seed)).read(LogFixture.location)
            #expect(LogFixture.events(in: contents) == [0])
            #expect(contents.findings.isEmpty)
        }
    }

    @Test func `takes back a batch a full disk cut short, and takes it again once there is room`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append([LogFixture.draft(0)])
        let before = try #require(disk.contents(LogFixture.path))
        // More than was reserved, on a disk with no room beyond the reservation.
        let drafts = LogFixture.drafts(1..<8, padding: 25_000)
        disk.setFaults(DiskFaults(spaceLimit: 0))
        #expect(throws: LogError.self) { try writer.append(drafts) }
        #expect(writer.isLowOnSpace)
        #expect(disk.contents(LogFixture.path) == before)
        disk.setFaults(DiskFaults())
        #expect(try writer.append(drafts) == 8)
        #expect(!writer.isLowOnSpace)
        #expect(try LogReader(disk: disk).verify(LogFixture.path).outcome == .intact)
    }

    @Test func `still finds room in what it reserved when the disk is full`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append([LogFixture.draft(0)])
        disk.setFaults(DiskFaults(spaceLimit: 0))
        var saved = 0
        while (try? writer.append([LogFixture.draft(saved + 1)])) != nil { saved += 1 }
        #expect(saved > 500)
    }

    @Test func `refuses a second writer and a second log in the same place`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        #expect(throws: LogError.inUse(path: LogFixture.path)) { try LogFixture.open(on: disk) }
        #expect(throws: LogError.existing(path: LogFixture.path)) { try LogFixture.create(on: disk) }
        writer.close()
        #expect(throws: LogError.closed(path: LogFixture.path)) { try writer.append([LogFixture.draft(0)]) }
        #expect(try LogFixture.open(on: disk).contents.records.count == 1)
    }

    @Test(arguments: [
        ("", "{}"), ("a b", "{}"), ("a\"b", "{}"), (String(repeating: "k", count: 65), "{}"), ("ok", ""), ("ok", "[]"),
        ("ok", "{"), ("ok", "{\n}"), ("ok", "{\r}"), ("ok", "{\"a\":\"\u{1}\"}"),
    ])
    func `refuses what would break a line, and writes none of the batch`(kind: String, body: String) throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        let before = disk.contents(LogFixture.path)
        var bad = LogFixture.draft(1)
        (bad.kind, bad.body) = (kind, Array(body.utf8))
        #expect(throws: LogError.self) { try writer.append([LogFixture.draft(0), bad]) }
        #expect(disk.contents(LogFixture.path) == before)
        #expect(try writer.append([LogFixture.draft(0)]) == 1)
    }

    @Test(arguments: ["", "a\"b", "a\\b", "a\nb", String(repeating: "a", count: 129)])
    func `refuses an actor that would break a line`(actor: String) {
        var draft = LogFixture.draft(0)
        draft.actor = actor
        #expect(throws: LogError.self) { try RecordBatch([draft]) }
    }

    @Test func `refuses numbers a reader with doubles would change`() {
        for change in [
            { $0.event = 1 << 53 + 1 }, { $0.event = -1 }, { $0.version = 0 }, { $0.bootMicros = -1 },
            { $0.bootMicros = 1 << 53 + 1 }, { $0.utcMicros = .max },
        ] as [(inout RecordDraft) -> Void] {
            var draft = LogFixture.draft(0)
            change(&draft)
            #expect(throws: LogError.self) { try RecordBatch([draft]) }
        }
    }

    @Test func `takes the largest body and no larger`() throws {
        let writer = try LogFixture.create(on: FaultyDisk())
        var draft = LogFixture.draft(999_999_999)
        draft.kind = String(repeating: "k", count: 64)
        draft.actor = String(repeating: "a", count: 128)
        draft.utcMicros = UTCTimestamp.representableMicros.upperBound
        draft.bootMicros = 1 << 53
        draft.version = 1 << 53
        draft.event = 1 << 53
        draft.body = Array("{\"\(String(repeating: "b", count: LogFormat.bodyLimit - 6))\":1}".utf8)
        #expect(try writer.append([draft]) == 1)
        draft.body.insert(UInt8(ascii: "b"), at: 3)
        #expect(
            throws: LogError.recordTooLarge(
                kind: draft.kind,
                byteCount: LogFormat.bodyLimit + 1,
                limit: LogFormat.bodyLimit
            )
        ) { try writer.append([draft]) }
    }
}
