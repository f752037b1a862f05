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
        try AddendumLog.add(
            text,
            about: entry,
            to: id,
            by: JournalFixture.nurse,
            at: fixture.now,
            in: disk.map { JournalHome(path: "/home", disk: $0) } ?? fixture.home,
            names: JournalFixture.names
        )
    }

    @Test func `stands beside the sealed log, which stays as it is, and names its root`() throws {
        let sealed = try fixture.sealedSession(id, notes: 3, with: key)
        let path = fixture.home.log(of: id).segmentPath(1)
        let before = fixture.disk.contents(path)

        #expect(try add("Called: slept well").number == 0)
        #expect(try add("Authenticated", about: 2).number == 1)

        let read = try AddendumLog.read(id, in: fixture.home)
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
        #expect(try AddendumLog.read(id, in: other.home).isEmpty)
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
                let there = try AddendumLog.read(id, in: after)
                #expect(there.count <= 1 && (!isSaid || there.count == 1), "call \(call) seed \(seed)")
            }
        }
    }

    @Test func `of another session's seal is not gone on with`() throws {
        let other = JournalFixture()
        let otherID = JournalFixture.id(9)
        _ = try other.sealedSession(otherID, notes: 5, with: key)
        _ = try AddendumLog.add(
            "other",
            about: nil,
            to: otherID,
            by: .system,
            at: other.now,
            in: other.home,
            names: JournalFixture.names
        )
        _ = try fixture.sealedSession(id, notes: 3, with: key)
        let bytes = try #require(other.disk.contents(other.home.addendum(of: otherID).segmentPath(1)))
        fixture.disk.place(fixture.home.addendum(of: id).segmentPath(1), bytes)

        #expect(throws: LogError.self) { try add("mixed up") }
    }
}
