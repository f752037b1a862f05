import EventLog
import Journal
import JSON
import Session
import TestSupport
import Testing

@Suite struct `A closed session` {
    @Test func `ends its log with the count of its events`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        fixture.reports.waitDurable(1)

        try journal.finish(at: fixture.now)

        let found = try fixture.later(on: fixture.disk.afterPowerCut(seed: 1)).read()
        #expect(found.isFinished && found.session.phase == .closed)
        let last = try #require(try LogReader(disk: fixture.disk).read(journal.location).records.last)
        #expect(last.kind == "log.close")
        #expect(try JSON(parsing: last.body) == ["count": 2])
    }

    @Test func `is not opened again`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        try journal.finish(at: fixture.now)
        let before = fixture.disk.contents(journal.location.segmentPath(1))

        #expect(throws: JournalError.self) { try fixture.open() }
        #expect(throws: LogError.self) { try journal.append([fixture.note(2, "late", in: journal)]) }
        #expect(try fixture.openAll().open.isEmpty)

        #expect(fixture.disk.contents(journal.location.segmentPath(1)) == before)
    }

    @Test func `is ended at the next start if the station stopped in between, and waits for its seal`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        #expect(journal.stop().isEmpty)

        let next = fixture.later(on: fixture.disk.afterKill())
        let found = try next.openAll()

        #expect(found.open.isEmpty && found.refused.isEmpty && found.unsealed == [journal.id])
        #expect(try next.read().isFinished)
    }

    @Test func `is ended and sealed at the next attempt when the disk was full`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        fixture.reports.waitDurable(1)
        fixture.disk.setFaults(DiskFaults(failingSyncs: Set(1...1000)))
        #expect(throws: JournalError.self) { try journal.finish(at: fixture.now) }
        #expect(throws: SealError.self) { try seal(journal.id, fixture) }

        fixture.disk.setFaults(DiskFaults())
        let sealed = try seal(journal.id, fixture)

        #expect(try fixture.read().isFinished)
        #expect(try fixture.read().session.entries.count == 2)
        #expect(sealed.session == journal.id.text && sealed.log == journal.headAtStart.logID)
    }

    @Test func `is sealed: nobody may write to its files, and its seal is of their root`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        try journal.finish(at: fixture.now)

        let sealed = try seal(journal.id, fixture)

        let reader = LogReader(disk: fixture.disk)
        let note = try #require(try reader.seal(of: journal.location))
        let verification = try reader.verify(journal.location)
        #expect(fixture.disk.permissions(journal.location.segmentPath(1)) == 0o400)
        #expect(note.checkpoint.root == verification.root && sealed.root == verification.root)
        #expect(try seal(journal.id, fixture) == sealed, "sealing twice gives the same")
        #expect(throws: LogError.ended(path: journal.location.segmentPath(1))) {
            try LockedLog(journal.location, disk: fixture.disk)
        }
    }

    @Test func `is not sealed while it is open`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        #expect(journal.stop().isEmpty)

        let error = #expect(throws: SealError.self) { try seal(journal.id, fixture) }

        #expect(error == .unfinished(path: journal.location.directory))
        #expect(try LogReader(disk: fixture.disk).seal(of: journal.location) == nil)
    }

    private func seal(_ id: SessionID, _ fixture: JournalFixture) throws(SealError) -> SealedLog {
        try fixture.home.seal(
            id,
            with: Self.key,
            at: fixture.now,
            names: JournalFixture.names,
            parse: JournalFixture.parse
        )
    }

    private static let key = StationKey(station: "Ward 3")

    private func closing(_ number: Int, in journal: SessionJournal, _ fixture: JournalFixture) -> Event {
        Event(number: number, at: journal.clock.moment(fixture.now), author: JournalFixture.nurse, body: .sessionClosed)
    }
}
