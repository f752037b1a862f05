import EventLog
import Journal
import Session
import TestSupport
import Testing

@Suite struct `An addendum` {
    private let fixture = JournalFixture()
    private let key = StationKey(station: "Ward 3")
    private let id = JournalFixture.id()

    private func add(_ text: String, about entry: Int? = nil, on disk: FaultyDisk? = nil) throws -> Addendum {
        try fixture.addendum(text, about: entry, to: id, on: disk).addendum
    }

    @Test func `stands beside the sealed log, which stays as it is, and names its root`() throws {
        let sealed = try fixture.sealedSession(id, notes: 3, with: key)
        let path = fixture.home.log(of: id).segmentPath(1)
        let before = fixture.disk.contents(path)

        #expect(try add("Called: slept well").number == 0)
        #expect(try add("Authenticated", about: 2).number == 1)

        let read = try #require(try AddendumLog.read(id, in: fixture.home)).addenda
        #expect(read.map(\.text) == ["Called: slept well", "Authenticated"] && read.map(\.about) == [nil, 2])
        #expect(read.map(\.author) == [JournalFixture.nurse, JournalFixture.nurse])
        #expect(fixture.disk.contents(path) == before)
        let header = try LogReader(disk: fixture.disk).header(of: fixture.home.addendum(of: id))
        #expect(header?.sealedRoot == sealed.root)
        #expect(try LogReader(disk: fixture.disk).verify(fixture.home.addendum(of: id)).outcome == .intact)
    }

    @Test func `is refused while the session is open, and when its log is not what was sealed`() throws {
        #expect(try fixture.create(id).stop().isEmpty)
        #expect(throws: SealError.self) { try add("too early") }

        let other = JournalFixture()
        _ = try other.sealedSession(id, notes: 3, with: key)
        let path = other.home.log(of: id).segmentPath(1)
        var bytes = try #require(other.disk.contents(path))
        bytes[700] ^= 1
        other.disk.place(path, bytes)
        #expect(throws: SealError.self) { try add("too late", on: other.disk) }
        #expect(try AddendumLog.read(id, in: other.home) == nil)
    }

    @Test func `is on disk when it is said to be`() throws {
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        let start = fixture.disk.afterKill()
        let rehearsal = start.afterKill()
        _ = try add("first", on: rehearsal)
        for call in 1...rehearsal.calls.count + 1 {
            let disk = start.afterKill()
            disk.setFaults(DiskFaults(powerOffAtCall: call))
            let isSaid = (try? add("first", on: disk)) != nil
            for seed in 0..<5 as Range<UInt64> {
                let after = JournalHome(path: "/home", disk: disk.afterPowerCut(seed: seed))
                let there = try AddendumLog.read(id, in: after)?.addenda.count ?? 0
                #expect(there <= 1 && (!isSaid || there == 1), "call \(call) seed \(seed)")
            }
        }
    }

    @Test func `of another session's seal is not gone on with`() throws {
        let other = JournalFixture()
        let otherID = JournalFixture.id(9)
        _ = try other.sealedSession(otherID, notes: 5, with: key)
        _ = try other.addendum("other", to: otherID)
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        let bytes = try #require(other.disk.contents(other.home.addendum(of: otherID).segmentPath(1)))
        fixture.disk.place(fixture.home.addendum(of: id).segmentPath(1), bytes)

        #expect(throws: LogError.self) { try add("mixed up") }
        #expect(fixture.disk.contents(fixture.home.addendum(of: id).segmentPath(1)) == bytes)
    }

    @Test func `that was acknowledged is not cut off by the next`() throws {
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        _ = try add("first")
        _ = try add("second")
        let path = fixture.home.addendum(of: id).segmentPath(1)
        var bytes = try #require(fixture.disk.contents(path))
        bytes[bytes.count - 150] ^= 1
        fixture.disk.place(path, bytes)

        let added = try fixture.addendum("third", to: id)

        #expect(added.addendum.number == 2 && !added.damage.isEmpty)
        #expect(fixture.disk.contents(path) == bytes, "the file is left as it is")
        let read = try #require(try AddendumLog.read(id, in: fixture.home))
        #expect(read.addenda.map(\.text) == ["first", "third"] && !read.damage.isEmpty)
    }

    @Test func `speaks of an entry that is there`() throws {
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        #expect(throws: SealError.noSuchEvent(path: fixture.home.log(of: id).directory, number: 5)) {
            try add("of nothing", about: 5)
        }
        #expect(try add("of the last", about: 4).about == 4)
    }

    @Test func `made while a station runs leaves a mark for it`() throws {
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        let station = try StationJournal.open(fixture.home, at: fixture.now, names: JournalFixture.names).journal
        _ = try add("first")
        #expect(try AddendumMark.all(in: fixture.home) == [id])
        station.close()

        _ = try add("second")
        #expect(try AddendumMark.all(in: fixture.home).isEmpty)
        let name = StationKnowledge.addendumName(of: id.text)
        #expect(try StationKnowledge.read(fixture.home).heads[name]?.event == 1)
    }
}
