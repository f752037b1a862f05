import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `Opening a log again` {
    @Test func `goes on after the last record and names the new boot`() throws {
        let disk = try LogFixture.disk(batches: 2, of: 3)
        let opened = try LogFixture.open(on: disk)
        #expect(opened.cut == nil)
        #expect(LogFixture.events(in: opened.contents) == Array(0..<6))
        #expect(opened.writer.durableRecord == 7)
        try opened.writer.append([LogFixture.draft(6)])
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.records.map(\.kind).suffix(2) == ["log.resume", "vitals.recorded"])
        #expect(contents.records[7].body.elementsEqual(#"{"boot":"boot-2","writer":"vigil 2"}"#.utf8))
        #expect(contents.records[7].durableRecord == 6)
        #expect(contents.findings.isEmpty)
    }

    @Test func `cuts an unfinished write and keeps a copy of it`() throws {
        let disk = try LogFixture.disk(batches: 2, of: 3)
        let bytes = try #require(disk.contents(LogFixture.path))
        let tail = Array(#"{"n":7,"e":6,"k":"vitals.rec"#.utf8) + [0, 0, 0]
        disk.place(LogFixture.path, bytes + tail)
        let opened = try LogFixture.open(on: disk)
        let cut = try #require(opened.cut)
        #expect(cut.offset == bytes.count)
        #expect(cut.byteCount == tail.count)
        #expect(disk.contents("\(LogFixture.location.quarantineDirectory)/\(cut.keptAs)") == tail)
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.findings.isEmpty)
        #expect(contents.records.map(\.kind).suffix(2) == ["log.recovered", "log.resume"])
        #expect(String(decoding: contents.records[7].body, as: UTF8.self).contains(cut.sha256.hex))
        #expect(disk.contents(LogFixture.path)?.starts(with: bytes) == true)
    }

    @Test func `keeps whole records that were written and never acknowledged`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        disk.setFaults(DiskFaults(failingSyncs: Set(1...100)))
        #expect(throws: LogError.self) { try writer.append(LogFixture.drafts(0..<3)) }
        let next = disk.afterKill()
        let opened = try LogFixture.open(on: next)
        #expect(LogFixture.events(in: opened.contents) == [0, 1, 2])
        // The failed flush has marked these pages clean: only writing them again brings them to the disk.
        for seed in 0..<50 as Range<UInt64> {
            let contents = try LogReader(disk: next.afterPowerCut(seed: seed)).read(LogFixture.location)
            #expect(LogFixture.events(in: contents) == [0, 1, 2])
            #expect(contents.findings.isEmpty)
        }
    }

    @Test func `puts aside what a broken creation left`() throws {
        let disk = FaultyDisk()
        disk.place(LogFixture.path + ".tmp", Array("{\"n\":0,".utf8))
        let writer = try LogFixture.create(on: disk)
        try writer.append([LogFixture.draft(0)])
        #expect(disk.files.count == 2)
        #expect(disk.files.contains { $0.hasPrefix("/home/sessions/s17/quarantine/000001.jsonl.tmp.") })
        #expect(disk.contents(LogFixture.path + ".tmp") == nil)
    }

    @Test func `is refused while another process writes`() throws {
        let disk = try LogFixture.disk(batches: 1, of: 1)
        let opened = try LogFixture.open(on: disk)
        #expect(throws: LogError.inUse(path: LogFixture.path)) { try LogFixture.open(on: disk) }
        opened.writer.close()
        #expect(try LogFixture.open(on: disk).writer.durableRecord == 3)
    }

    @Test func `names the file that cannot be read`() throws {
        let disk = try LogFixture.disk(batches: 1, of: 1)
        disk.setFaults(DiskFaults(powerOffAtCall: 0))
        let error = #expect(throws: LogError.self) { try LogFixture.open(on: disk) }
        guard case .disk(let cause) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(cause.code == EIO)
    }
}
