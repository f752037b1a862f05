import EventLog
import Foundation
import Glibc
import Journal
import Session
import TestSupport
import Testing

@Suite struct `A backup` {
    /// A folder of the test's own on a real disk.
    private final class Place {
        let path = URL.temporaryDirectory.appending(path: "vigil-backup-\(UUID().uuidString)").path

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func home(_ name: String) -> JournalHome { JournalHome(path: "\(path)/\(name)", disk: SystemDisk()) }
    }

    private static let now = ClockReading(boot: "b", bootMicros: 1_000_000, utcMicros: SessionScript.morning)

    /// A session whose log takes notes as fast as the disk does, on its own thread, until it is told to stop.
    private final class Writer: Sendable {
        private struct State {
            var isEnding = false
            var count = 1
            var durable = 0

            /// A few are always on their way, and never so many that the copies take long.
            var mayGoOn: Bool { isEnding || count < durable + 30 && count < 4000 }
        }

        private let state = Monitor(State())
        private let journal: SessionJournal
        private let thread: WorkerThread
        let id: SessionID

        init(_ home: JournalHome, lots: UInt64) throws {
            id = SessionID(openedAtUTC: now.utcMicros, lots: lots)
            let opening = Opening(
                patient: samplePatient(),
                chair: "C1",
                protocolID: "p",
                protocolVersion: "1",
                protocolSHA256: try home.putProtocol(JournalFixture.protocolBytes)
            )
            let start = Moment(utcMicros: now.utcMicros, sessionMicros: 0)
            let first = Event(number: 0, at: start, author: JournalFixture.nurse, body: .sessionOpened(opening))
            let journal = try SessionJournal.create(
                id,
                in: home,
                events: EventBatch([first], by: SessionClock(openedAt: now)),
                openedAt: now,
                lots: lots,
                names: JournalFixture.names
            ) { [state] _, report in
                guard case .durable(let durable) = report, let event = durable.event else { return }
                state.withLock { $0.durable = event }
            }
            self.journal = journal
            thread = WorkerThread(name: "writer") { [state] in
                while let number = state.wait(until: \.mayGoOn, then: { $0.isEnding ? nil : $0.count }) {
                    let body = Event.Body.noteRecorded(String(repeating: "calm ", count: number % 40 + 1))
                    let event = Event(number: number, at: start, author: JournalFixture.nurse, body: body)
                    try? journal.append([event])
                    state.withLock { $0.count += 1 }
                }
            }
        }

        /// Waits until so many events were handed over.
        func wait(for count: Int) { state.wait(until: { $0.count >= count }, then: { _ in }) }

        func stop() -> Int {
            let count = state.withLock { state in
                state.isEnding = true
                return state.count
            }
            thread.join()
            _ = journal.stop()
            return count
        }
    }

    @Test func `of a station that is writing is whole, verified, and no older than its heads`() throws {
        let place = Place()
        let home = place.home("home")
        let station = try StationJournal.open(home, at: Self.now, names: JournalFixture.names).journal
        let writers = try (1...3).map { try Writer(home, lots: UInt64($0)) }
        for writer in writers { writer.wait(for: 50) }

        var reports: [HomeBackup.Report] = []
        for turn in 1...5 {
            // What the journal says between the copies is what their logs must hold.
            let heads = try Dictionary(
                uniqueKeysWithValues: writers.map { ($0.id.text, try Self.head(of: $0.id, in: home)) }
            )
            _ = try station.note(heads: heads, at: Self.now)
            reports.append(
                try HomeBackup.make(of: home, at: "\(place.path)/copy\(turn)", includesPrivateKey: false)
            )
        }
        for writer in writers { #expect(writer.stop() > 50) }
        station.close()

        for (turn, report) in reports.enumerated() {
            #expect(report.problems.isEmpty, "\(report.problems)")
            let copy = place.home("copy\(turn + 1)")
            let entries = try LogAuditor(home: copy, disk: copy.disk, trusted: []).auditAll(in: copy)
            #expect(entries.count == 4)
            for entry in entries { #expect(try entry.result.get().outcome == .intact, "\(entry.path)") }
            for writer in writers {
                let events = try LogReader(disk: copy.disk).read(copy.log(of: writer.id)).records.compactMap(\.event)
                #expect(events == Array(0..<events.count) && events.count >= 50)
            }
        }
    }

    private static func head(of id: SessionID, in home: JournalHome) throws -> LogHead {
        let contents = try LogReader(disk: home.disk).read(home.log(of: id))
        // The last lines may be on their way; what a later record speaks of is on disk.
        let record = try #require(contents.records.last { $0.number <= contents.provenRecord })
        return LogHead(
            logID: contents.header.logID,
            record: record.number,
            event: record.event ?? -1,
            leaf: record.leaf
        )
    }

    /// A home on a real disk, with everything a station has.
    private func wholeHome(_ place: Place) throws -> (home: JournalHome, sealed: SessionID) {
        let memory = JournalFixture()
        let ids = try memory.wholeHome()
        let home = place.home("home")
        for path in memory.disk.files where path.hasPrefix("/home/") {
            let target = home.path + path.dropFirst("/home".count)
            let folder = target.split(separator: "/").dropLast().joined(separator: "/")
            try home.disk.makeDirectories("/" + folder)
            let file = try home.disk.open(target, for: .creating)
            try home.disk.writeWhole(file, memory.disk.contents(path) ?? [])
            home.disk.close(file)
            chmod(target, memory.disk.permissions(path) ?? 0o600)
        }
        return (home, ids.sealed)
    }

    @Test func `leaves the private key behind unless it is asked for`() throws {
        let place = Place()
        let (home, _) = try wholeHome(place)

        _ = try HomeBackup.make(of: home, at: place.path + "/a", includesPrivateKey: false)
        _ = try HomeBackup.make(of: home, at: place.path + "/b", includesPrivateKey: true)

        #expect(try place.home("a").disk.list(place.path + "/a/keys") == ["station.vkey"])
        #expect(try place.home("b").disk.list(place.path + "/b/keys") == ["station.key", "station.vkey"])
        #expect(try home.disk.item(at: place.path + "/a/reserve.bin") == nil)
    }

    @Test func `comes back as a home, byte for byte, and only to an empty place`() throws {
        let place = Place()
        let (home, sealed) = try wholeHome(place)
        _ = try HomeBackup.make(of: home, at: place.path + "/copy", includesPrivateKey: true)

        let report = try HomeBackup.restore(place.home("copy"), to: place.path + "/back")

        #expect(report.problems.isEmpty && report.logCount == 4)
        let back = place.home("back")
        let path = home.log(of: sealed).segmentPath(1).dropFirst(home.path.count)
        #expect(try back.disk.readWhole(back.path + path) == home.disk.readWhole(home.path + path))
        var status = stat()
        #expect(stat(back.path + path, &status) == 0 && status.st_mode & 0o777 == 0o400)
        #expect(throws: BackupError.occupied(path: home.path)) {
            try HomeBackup.restore(place.home("copy"), to: home.path)
        }
        #expect(throws: BackupError.occupied(path: place.path + "/copy")) {
            try HomeBackup.make(of: home, at: place.path + "/copy", includesPrivateKey: false)
        }
        #expect(throws: BackupError.inside(path: home.path + "/copy", home: home.path)) {
            try HomeBackup.make(of: home, at: home.path + "/copy", includesPrivateKey: false)
        }
        #expect(throws: BackupError.self) {
            try HomeBackup.make(of: place.home("nothing"), at: place.path + "/c", includesPrivateKey: false)
        }
    }

    @Test func `of a damaged home is made all the same, and says so`() throws {
        let place = Place()
        let (home, sealed) = try wholeHome(place)
        let path = home.log(of: sealed).segmentPath(1)
        var bytes = try home.disk.readWhole(path)
        bytes[bytes.count / 2] ^= 1
        chmod(path, 0o600)
        try Data(bytes).write(to: URL(filePath: path))

        let report = try HomeBackup.make(of: home, at: place.path + "/copy", includesPrivateKey: false)

        #expect(report.problems.contains { $0.contains(path) }, "\(path) \(report.problems)")
        #expect(try home.disk.readWhole(place.path + "/copy" + path.dropFirst(home.path.count)) == bytes)
    }

    @Test func `follows no link, needs a folder to be in, and brings nothing back that was altered`() throws {
        let place = Place()
        let home = place.home("home")
        let writer = try Writer(home, lots: 1)
        _ = writer.stop()
        try home.disk.makeDirectories("\(home.log(of: writer.id).quarantineDirectory)")
        #expect(symlink("/etc/passwd", "\(home.log(of: writer.id).quarantineDirectory)/list") == 0)
        #expect(symlink("..", "\(home.path)/blobs/loop") == 0)

        let copy = place.home("copy")
        let report = try HomeBackup.make(of: home, at: copy.path, includesPrivateKey: false)
        #expect(report.problems.count { $0.contains("is a link") } == 2, "\(report.problems)")
        #expect(try copy.disk.item(at: "\(copy.log(of: writer.id).quarantineDirectory)/list") == nil)
        #expect(throws: BackupError.noFolder(path: "\(place.path)/unmounted")) {
            try HomeBackup.make(of: home, at: "\(place.path)/unmounted/copy", includesPrivateKey: false)
        }

        // A line twice: whole in itself, and nothing a station writes.
        let log = copy.log(of: writer.id).segmentPath(1)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try (lines[..<3] + lines[1...]).joined(separator: "\n").write(toFile: log, atomically: false, encoding: .utf8)
        #expect(throws: BackupError.self) { try HomeBackup.restore(copy, to: "\(place.path)/back") }
        #expect(try copy.disk.item(at: "\(place.path)/back") == nil)
    }
}
