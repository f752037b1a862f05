import EventLog
import Glibc
import Journal
import Session
import TestSupport
import Testing

@Suite struct `A session's journal` {
    @Test func `is on disk with its opening when it has been created`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()

        let found = try fixture.later(on: fixture.disk.afterPowerCut(seed: 3)).read()

        #expect(journal.stop().isEmpty)
        #expect(found.session.patient == samplePatient())
        #expect(found.session.entries.map(\.number) == [0])
        #expect(found.problems.isEmpty && found.unknownCount == 0 && !found.isFinished)
    }

    @Test func `says which event is on disk, and only then`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([fixture.note(1, "calm", in: journal), fixture.note(2, "asleep", in: journal)])

        fixture.reports.waitDurable(2)

        let found = try fixture.later(on: fixture.disk.afterPowerCut(seed: 3)).read()
        #expect(found.session.entries.map(\.body).suffix(2) == [.noteRecorded("calm"), .noteRecorded("asleep")])
        #expect(journal.unsavedCount == 0)
        #expect(journal.stop().isEmpty)
    }

    @Test func `puts the protocol on disk before the event that names it`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        #expect(journal.stop().isEmpty)

        for seed in 0..<20 {
            let next = fixture.later(on: fixture.disk.afterPowerCut(seed: UInt64(seed)))
            #expect(try next.read().session.rules == sampleProtocol())
        }
    }

    @Test func `goes on where it stood, in session time too`() throws {
        var fixture = JournalFixture()
        let first = try fixture.create()
        fixture.wait(seconds: 30)
        try first.append([fixture.note(1, "calm", in: first)])
        #expect(first.stop().isEmpty)

        var next = fixture.later(on: fixture.disk.afterKill(), seconds: 100)
        let second = try next.open()
        #expect(second.folded.session.nextNumber == 2)
        next.wait(seconds: 5)
        try second.journal.append([next.note(2, "awake", in: second.journal)])
        #expect(second.journal.stop().isEmpty)

        let found = try next.later(on: next.disk.afterKill()).read()
        let seconds = found.session.entries.map { $0.at.sessionMicros / Micros.perSecond }
        #expect(seconds == [0, 30, 135])
    }

    @Test func `has every entry of a very long log in its place, lost ones too`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        // Several threads share so many; the last share is not full.
        let count = 9_001
        try journal.append((1..<count - 1).map { fixture.note($0, "note \($0)", in: journal) })
        fixture.reports.waitDurable(count - 2)
        try journal.append([fixture.note(count - 1, "note \(count - 1)", in: journal)])
        #expect(journal.stop().isEmpty)
        let path = fixture.home.log(of: JournalFixture.id()).segmentPath(1)
        var bytes = try #require(fixture.disk.contents(path))
        let spoilt = try #require(bytes.firstRange(of: Array("note 4100".utf8))).lowerBound
        bytes[spoilt] ^= 1
        fixture.disk.place(path, bytes)

        let entries = try fixture.read().session.entries

        let isInOrder = entries.map(\.number) == Array(0..<count)
        #expect(isInOrder, "\(entries.count) entries")
        let strange = (1..<count).filter { entries[$0].body != .noteRecorded("note \($0)") }
        #expect(strange == [4100] && entries[4100].body == .entryLost)
    }

    @Test func `shows what is lost by the thousand, and refuses a loss that no session can have had`() throws {
        let fixture = JournalFixture()
        #expect(try fixture.create().stop().isEmpty)
        let path = fixture.home.log(of: JournalFixture.id()).segmentPath(1)
        let bytes = fixture.disk.contents(path)
        func head(_ event: Int) throws -> LogHead {
            let contents = try LogReader(disk: fixture.disk).read(fixture.home.log(of: JournalFixture.id()))
            return LogHead(logID: contents.header.logID, record: event + 1, event: event, leaf: .zero)
        }

        #expect(throws: JournalError.self) { try fixture.open(expecting: head(4_000_000_000_000_000)) }
        #expect(fixture.disk.contents(path) == bytes && fixture.disk.files.count == 2)
        let opened = try fixture.open(expecting: head(30_000))
        #expect(opened.folded.session.entries.count { $0.body == .entryLost } == 30_000)
        #expect(opened.journal.stop().isEmpty)
    }

    @Test func `refuses an event too large for a record and takes the next`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        let large = fixture.note(1, String(repeating: "x", count: LogFormat.bodyLimit), in: journal)

        #expect(throws: LogError.self) { try journal.append([large]) }
        try journal.append([fixture.note(1, "short", in: journal)])

        #expect(journal.stop().isEmpty)
        #expect(try fixture.read().session.entries.count == 2)
    }

    @Test func `keeps what a full disk does not take, and writes it when there is room`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        fixture.disk.failNextCall(ENOSPC)
        try journal.append([fixture.note(1, "kept", in: journal)])
        let failure = try #require(fixture.reports.waitFailed())
        #expect(failure.unsavedCount == 1)
        #expect(journal.unsavedCount == 1)

        journal.retry()

        fixture.reports.waitDurable(1)
        #expect(journal.stop().isEmpty)
        #expect(try fixture.read().session.entries.count == 2)
    }

    @Test func `goes on in a new file after a failed flush and loses nothing`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        fixture.disk.setFaults(DiskFaults(failingSyncs: [fixture.disk.syncCount + 1]))
        try journal.append([fixture.note(1, "first", in: journal)])
        fixture.reports.waitDurable(1)
        try journal.append([fixture.note(2, "second", in: journal)])
        fixture.reports.waitDurable(2)

        #expect(journal.stop().isEmpty)
        let found = try fixture.later(on: fixture.disk.afterPowerCut(seed: 5)).read()
        #expect(found.session.entries.map(\.number) == [0, 1, 2])
        #expect(fixture.disk.contents(journal.location.segmentPath(2)) != nil)
    }

    @Test func `keeps everything while no file takes it`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        fixture.disk.setFaults(DiskFaults(failingSyncs: Set(1...1000)))
        try journal.append([fixture.note(1, "first", in: journal)])
        let failure = try #require(fixture.reports.waitFailed())
        #expect(failure.unsavedCount == 1)
        journal.retry()
        try journal.append([fixture.note(2, "second", in: journal)])
        #expect(journal.unsavedCount == 2)

        fixture.disk.setFaults(DiskFaults())
        journal.retry()

        fixture.reports.waitDurable(2)
        #expect(journal.stop().isEmpty)
        #expect(try fixture.read().session.entries.map(\.number) == [0, 1, 2])
    }

    @Test func `takes nothing after it has been stopped`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        #expect(journal.stop().isEmpty)

        #expect(throws: LogError.closed(path: journal.location.segmentPath(1))) {
            try journal.append([fixture.note(1, "late", in: journal)])
        }
    }
}

extension FaultyDisk {
    /// How many flushes there have been.
    var syncCount: Int { count("fdatasync") + count("fsync") }

    /// Lets the next changing call fail once.
    func failNextCall(_ code: Int32) {
        setFaults(DiskFaults(failingCalls: [calls.count + 1: code]))
    }
}
