import EventLog
import Journal
import Session
import TestSupport
import Testing

@Suite struct `The sessions at a start` {
    @Test func `are those not ended, the newest first`() throws {
        let fixture = JournalFixture()
        let ids = (1...3).map { day in
            SessionID(openedAtUTC: SessionScript.morning - Int64(day) * Micros.perDay * 40, lots: UInt64(day))
        }
        for id in ids { #expect(try fixture.create(id).stop().isEmpty) }

        let found = try fixture.later(on: fixture.disk.afterKill()).openAll()

        #expect(found.open.map(\.journal.id) == ids)
        #expect(found.refused.isEmpty)
        for session in found.open { #expect(session.journal.stop().isEmpty) }
    }

    @Test func `are none in a new home`() throws {
        let found = try JournalFixture().openAll()

        #expect(found.open.isEmpty && found.refused.isEmpty)
    }

    static let strange: [(name: String, bytes: [UInt8])] = [
        ("a file of something else", Array("hello\n".utf8)),
        ("an empty file", []),
        ("a log of a later format", Array(#"{"n":0,"k":"log.open","b":{"fmt":"vigil-log/9"}}"#.utf8)),
    ]

    @Test(arguments: strange.indices) func `leave a file they cannot read as it is`(index: Int) throws {
        let fixture = JournalFixture()
        let good = JournalFixture.id(1)
        #expect(try fixture.create(good).stop().isEmpty)
        let bad = JournalFixture.id(2)
        try fixture.disk.makeDirectories(fixture.home.log(of: bad).directory)
        let path = fixture.home.log(of: bad).segmentPath(1)
        fixture.disk.place(path, Self.strange[index].bytes)

        let found = try fixture.openAll()

        #expect(found.open.map(\.journal.id) == [good])
        #expect(found.refused.map(\.path) == [fixture.home.log(of: bad).directory])
        #expect(found.refused.allSatisfy { !$0.reason.isEmpty })
        #expect(fixture.disk.contents(path) == Self.strange[index].bytes)
        for session in found.open { #expect(session.journal.stop().isEmpty) }
    }

    @Test func `leave a log of no session as it is`() throws {
        let fixture = JournalFixture()
        let stranger = JournalFixture.id(2)
        try writeStaffEvents(to: fixture.home.log(of: stranger), fixture)
        let before = files(fixture)

        let found = try fixture.openAll()

        #expect(found.open.isEmpty)
        #expect(found.refused.map(\.path) == [fixture.home.log(of: stranger).directory])
        #expect(files(fixture) == before)
    }

    @Test func `take their protocol from the station where the kept copy is altered and it has the same`() throws {
        let fixture = JournalFixture()
        try fillAndStop(try fixture.create(JournalFixture.id(3)), fixture)
        let hash = LogHash(of: JournalFixture.protocolBytes)
        fixture.disk.place(fixture.home.blobs.path(of: hash), Array("other".utf8))

        let found = try fixture.home.openSessions(
            at: fixture.now,
            names: JournalFixture.names,
            protocols: [hash: JournalFixture.protocolBytes],
            parse: JournalFixture.parse,
            onReport: fixture.reports.add
        )

        let open = try #require(found.open.first)
        #expect(open.folded.session.hasProtocol && open.folded.protocolProblem == nil)
        #expect(open.journal.stop().isEmpty)
    }

    @Test func `go on where the opening is lost, and say so`() throws {
        let fixture = JournalFixture()
        let id = JournalFixture.id(3)
        try fillAndStop(try fixture.create(id), fixture)
        let path = fixture.home.log(of: id).segmentPath(1)
        var bytes = try #require(fixture.disk.contents(path))
        let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 200
        bytes[second] ^= 1
        fixture.disk.place(path, bytes)

        let open = try #require(try fixture.openAll().open.first)

        #expect(open.folded.session.opening == nil && open.folded.session.entries.first?.body == .entryLost)
        #expect(open.folded.session.nextNumber == 7)
        #expect(open.folded.protocolProblem?.description.contains("is lost") == true)
        try open.journal.append([fixture.note(7, "goes on", in: open.journal)])
        #expect(open.journal.stop().isEmpty)
    }

    @Test(arguments: [Array("other".utf8), nil])
    func `go on without their protocol where it is altered or gone, and say why`(bytes: [UInt8]?) throws {
        let fixture = JournalFixture()
        let id = JournalFixture.id(3)
        try fillAndStop(try fixture.create(id), fixture)
        let blob = fixture.home.blobs.path(of: LogHash(of: JournalFixture.protocolBytes))
        if let bytes { fixture.disk.place(blob, bytes) } else { try fixture.disk.remove(blob) }

        let open = try #require(try fixture.openAll().open.first)

        #expect(open.folded.session.patient?.name == samplePatient().name)
        #expect(!open.folded.session.hasProtocol)
        #expect(open.folded.protocolProblem?.description.contains(blob) == true)
        try open.journal.append([fixture.note(7, "goes on", in: open.journal)])
        #expect(open.journal.stop().isEmpty)
        #expect(try fixture.read(id).session.nextNumber == 8)
    }

    @Test func `go on where entries are lost, with a mark in the place of each`() throws {
        let fixture = JournalFixture()
        let id = JournalFixture.id(1)
        try fillAndStop(try fixture.create(id), fixture)
        let path = fixture.home.log(of: id).segmentPath(1)
        var lines = try #require(fixture.disk.contents(path)).split(separator: UInt8(ascii: "\n")).map { Array($0) }
        lines[4][60] ^= 1
        fixture.disk.place(path, lines.flatMap { $0 + [UInt8(ascii: "\n")] })
        let damaged = fixture.disk.contents(path)

        let found = try fixture.openAll()

        let open = try #require(found.open.first)
        #expect(open.isNewlyDamaged && !open.damage.isEmpty && found.refused.isEmpty)
        #expect(open.folded.session.entries.map(\.number) == Array(0...6))
        #expect(open.folded.session.entries.filter { $0.body == .entryLost }.map(\.number) == [3])
        try open.journal.append([fixture.note(7, "after", in: open.journal)])
        #expect(open.journal.stop().isEmpty)
        #expect(fixture.disk.contents(path) == damaged)
        let again = try fixture.read(id).session
        #expect(again.entries.count == 8 && again.entries[7].body == .noteRecorded("after"))
    }

    @Test func `show entries as lost that the station had written down, at the end too`() throws {
        let fixture = JournalFixture()
        let id = JournalFixture.id(1)
        let journal = try fixture.create(id)
        try fillAndStop(journal, fixture)
        let path = journal.location.segmentPath(1)
        let bytes = try #require(fixture.disk.contents(path))
        let whole = try LogReader(disk: fixture.disk).read(journal.location)
        let head = LogHead(logID: whole.header.logID, record: 7, event: 6, leaf: try #require(whole.records.last).leaf)
        let cut = whole.records[..<5].reduce(0) { $0 + $1.line.count + 1 }
        fixture.disk.place(path, Array(bytes[..<cut]))

        let found = try fixture.openAll(heads: [id.text: head])

        let open = try #require(found.open.first)
        #expect(open.folded.session.entries.count == 7)
        #expect(open.folded.session.entries.suffix(3).allSatisfy { $0.body == .entryLost })
        try open.journal.append([fixture.note(7, "after", in: open.journal)])
        #expect(open.journal.stop().isEmpty)
        #expect(fixture.disk.contents(path) == Array(bytes[..<cut]))
        let again = try fixture.openAll(heads: [id.text: head])
        #expect(again.open.first?.isNewlyDamaged == false)
        #expect(again.open.first?.folded.session.entries.count == 8)
        for session in again.open { #expect(session.journal.stop().isEmpty) }
    }

    @Test func `that the station wrote down and that are not there are reported`() throws {
        let fixture = JournalFixture()
        let id = JournalFixture.id(5)
        let head = LogHead(logID: "x", record: 9, event: 7, leaf: LogHash.zero)

        let found = try fixture.openAll(heads: [id.text: head, StationKnowledge.staffName: head])

        #expect(found.refused.map(\.path) == [fixture.home.log(of: id).directory])
        #expect(found.refused.first?.reason.contains("8 entries") == true)
    }

    @Test func `report a folder that is no session, and pass over one whose log was never begun`() throws {
        let fixture = JournalFixture()
        try fixture.disk.makeDirectories("/home/sessions/2026/11/21/notes")
        try fixture.disk.makeDirectories("/home/sessions/backup")
        let unborn = fixture.home.log(of: JournalFixture.id(9))
        try fixture.disk.makeDirectories(unborn.directory)
        fixture.disk.place(unborn.segmentPath(1) + ".tmp", Array("{".utf8))

        let found = try fixture.openAll()

        #expect(found.open.isEmpty)
        #expect(Set(found.refused.map(\.path)) == ["/home/sessions/2026/11/21/notes", "/home/sessions/backup"])
    }

    @Test(arguments: [
        "20261121-140509-k7xm", "20260229-000000-b", "2026112-140509-k7xm", "20261121-140509-K7xm", "../../etc",
    ])
    func `have names that tell their folder`(text: String) {
        let id = SessionID(text: text)

        #expect((id?.folder == "2026/11/21/\(text)") == (text == "20261121-140509-k7xm"))
        #expect((id != nil) == (text == "20261121-140509-k7xm"))
    }

    @Test func `have names in the order of their openings, and a home that is found from a log`() throws {
        let first = SessionID(openedAtUTC: SessionScript.morning, lots: .max)
        let second = SessionID(openedAtUTC: SessionScript.morning + Micros.perSecond, lots: 0)
        let home = JournalHome(path: "/srv/vigil/", disk: FaultyDisk())

        #expect(first < second)
        #expect(SessionID(text: first.text) == first)
        #expect(JournalHome(of: home.log(of: first), disk: home.disk)?.path == "/srv/vigil")
        #expect(JournalHome(of: LogLocation(directory: "/srv/vigil/\(first)"), disk: home.disk) == nil)
    }

    private func fillAndStop(_ journal: SessionJournal, _ fixture: JournalFixture) throws {
        for number in 1...6 {
            try journal.append([fixture.note(number, "note \(number)", in: journal)])
            fixture.reports.waitDurable(number)
        }
        #expect(journal.stop().isEmpty)
    }

    private func writeStaffEvents(to log: LogLocation, _ fixture: JournalFixture) throws {
        let writer = try LogWriter.create(
            at: log,
            header: LogHeader(logID: "x", station: "s", boot: "b", writer: "w"),
            moment: LogMoment(utcMicros: 0, bootMicros: 0),
            disk: fixture.disk
        )
        try writer.append([
            RecordDraft(
                event: 0,
                kind: "staff.added",
                utcMicros: 0,
                bootMicros: 0,
                actor: "system",
                body: Array("{}".utf8)
            )
        ])
        writer.close()
    }

    private func files(_ fixture: JournalFixture) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: fixture.disk.files.map { ($0, fixture.disk.contents($0) ?? []) })
    }
}
