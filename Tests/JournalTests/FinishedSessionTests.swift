import EventLog
import Glibc
import Foundation
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

    @Test func `is ended at the next start if the station stopped in between`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        #expect(journal.stop().isEmpty)

        let next = fixture.later(on: fixture.disk.afterKill())
        let found = try next.openAll()

        #expect(found.open.isEmpty && found.refused.isEmpty)
        #expect(try next.read().isFinished)
    }

    @Test func `is ended at the next attempt when the flush failed`() throws {
        let fixture = JournalFixture()
        let journal = try fixture.create()
        try journal.append([closing(1, in: journal, fixture)])
        fixture.reports.waitDurable(1)
        fixture.disk.setFaults(DiskFaults(failingSyncs: [fixture.disk.syncCount + 1]))
        #expect(throws: JournalError.self) { try journal.finish(at: fixture.now) }
        #expect(journal.unsavedCount == 0)

        try journal.reopen(at: fixture.now)
        try journal.finish(at: fixture.now)

        #expect(try fixture.read().isFinished)
        #expect(try fixture.read().session.entries.count == 2)
    }

    @Test func `has a file that nobody may write to`() throws {
        let folder = URL.temporaryDirectory.appending(path: "vigil-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let disk = SystemDisk()
        let home = JournalHome(path: folder.path, disk: disk)
        let fixture = JournalFixture()
        let id = JournalFixture.id()
        let opening = Opening(
            patient: samplePatient(),
            chair: nil,
            protocolID: "p",
            protocolVersion: "1",
            protocolSHA256: try home.putProtocol(JournalFixture.protocolBytes)
        )
        let start = Moment(utcMicros: fixture.now.utcMicros, sessionMicros: 0)
        let events: [Event.Body] = [.sessionOpened(opening), .sessionClosed]
        let journal = try SessionJournal.create(
            id,
            in: home,
            events: events.enumerated().map {
                Event(number: $0.offset, at: start, author: JournalFixture.nurse, body: $0.element)
            },
            openedAt: fixture.now,
            lots: 1,
            names: JournalFixture.names,
            onReport: fixture.reports.add
        )

        try journal.finish(at: fixture.now)

        var status = stat()
        #expect(stat(journal.location.segmentPath(1), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o400)
    }

    private func closing(_ number: Int, in journal: SessionJournal, _ fixture: JournalFixture) -> Event {
        Event(number: number, at: journal.clock.moment(fixture.now), author: JournalFixture.nurse, body: .sessionClosed)
    }
}
