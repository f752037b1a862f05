import EventLog
import Journal
import TestSupport
import Testing

@Suite struct `A station's journal` {
    private static func head(_ log: String, _ record: Int) -> LogHead {
        LogHead(logID: log, record: record, event: record - 1, leaf: LogHash(of: Array("\(log)\(record)".utf8)))
    }

    private static func open(
        _ fixture: JournalFixture,
        segmentLimit: Int = StationJournal.usualSegmentLimit
    ) throws(JournalError) -> StationJournal.Opened {
        try StationJournal.open(
            fixture.home,
            at: fixture.now,
            names: JournalFixture.names,
            segmentLimit: segmentLimit
        )
    }

    @Test func `knows at the next start how far each log had got`() throws {
        let fixture = JournalFixture()
        let first = try Self.open(fixture)
        #expect(first.knowledge == StationKnowledge() && first.lastReading == nil)
        #expect(try first.journal.note(heads: ["a": Self.head("a", 3)], at: fixture.now))
        #expect(try first.journal.note(heads: ["a": Self.head("a", 3)], at: fixture.now) == false, "nothing is new")
        #expect(try first.journal.note(heads: ["a": Self.head("a", 5), "b": Self.head("b", 1)], at: fixture.now))

        let next = fixture.later(on: fixture.disk.afterPowerCut(seed: 3))
        let second = try Self.open(next)

        #expect(second.knowledge.heads == ["a": Self.head("a", 5), "b": Self.head("b", 1)])
        #expect(second.findings.isEmpty && second.contradiction == nil)
        #expect(second.lastReading == fixture.now)
    }

    static let entries: [StationEntry] = [
        .sessionOpened(session: "20261121-080000-bbbb", log: "x-1"),
        .heads(["20261121-080000-bbbb": head("x-1", 12)], tree: nil),
        .heads([:], tree: MerkleTree([LogHash(of: [1]), LogHash(of: [2]), LogHash(of: [3])])),
        .keyTaken(key: "vigil/ward+00000000+AQ=="),
        .clockStepped(stepMicros: -3_600_000_000),
        .logDamaged(log: "20261121-080000-bbbb", findings: ["a \"finding\"", "another"]),
        .logRepaired(log: "/home/x", segments: ["000001.jsonl"]),
        .faultRaised(headline: "DISK NEARLY FULL", detail: "free space"),
    ]

    @Test(arguments: entries) func `reads back what it wrote`(entry: StationEntry) throws {
        let fixture = JournalFixture()
        let journal = try Self.open(fixture).journal
        try journal.note(entry, at: fixture.now)
        journal.close()

        let record = try #require(try LogReader(disk: fixture.disk).read(fixture.home.stationLog).records.last)
        #expect(record.kind == entry.kind)
        #expect(try StationEntry(record) == entry)
    }

    @Test func `forgets the head of a session that is sealed, and remembers its root`() throws {
        let fixture = JournalFixture()
        let session = try sealedSession(fixture)
        let journal = try Self.open(fixture).journal
        _ = try journal.note(heads: [session.session: Self.head(session.log, 3)], at: fixture.now)
        try journal.note(.sessionSealed(session), at: fixture.now)
        journal.close()

        let knowledge = try StationKnowledge.read(fixture.home)
        #expect(knowledge.heads.isEmpty && knowledge.sealed == [session.session: session])
    }

    @Test func `reads only its newest file at a start, and knows everything all the same`() throws {
        let fixture = JournalFixture()
        let journal = try Self.open(fixture, segmentLimit: 4000).journal
        for turn in 1...60 {
            _ = try journal.note(heads: ["s\(turn % 5)": Self.head("s", turn)], at: fixture.now)
            if turn % 7 == 0 { try journal.note(.clockStepped(stepMicros: 1), at: fixture.now) }
        }
        journal.close()
        let segments = try LogReader(disk: fixture.disk).segments(of: fixture.home.stationLog)
        #expect(segments.count > 4)
        let whole = try StationKnowledge.read(fixture.home)

        let next = fixture.later(on: fixture.disk.afterKill())
        let before = next.disk.bytesRead
        let opened = try Self.open(next, segmentLimit: 4000)

        #expect(opened.knowledge.heads == whole.heads && whole.heads.count == 5)
        #expect(next.disk.bytesRead - before < 3 * 6000)
        #expect(opened.findings.isEmpty)
        // The tree goes on where it was: the checkpoint of the next file is over all records.
        _ = try opened.journal.note(heads: ["s9": Self.head("s", 99)], at: next.now)
        try opened.journal.checkpoint(with: Self.key)
        let audit = try auditor(next, trusted: [Self.key.verifier]).audit(next.home.stationLog)
        #expect(audit.outcome == .anchored, "\(audit.problems)")
    }

    @Test func `that was shortened contradicts the checkpoint beside it`() throws {
        let fixture = JournalFixture()
        let journal = try Self.open(fixture).journal
        try fixture.publish(Self.key)
        for turn in 1...5 { _ = try journal.note(heads: ["a": Self.head("a", turn)], at: fixture.now) }
        try journal.checkpoint(with: Self.key)
        journal.close()
        let path = fixture.home.stationLog.segmentPath(1)
        let lines = try #require(fixture.disk.contents(path)).split(separator: UInt8(ascii: "\n"))
        fixture.disk.place(path, lines.dropLast(2).flatMap { $0 + [UInt8(ascii: "\n")] })

        let audit = try auditor(fixture, trusted: [Self.key.verifier]).audit(fixture.home.stationLog)
        #expect(audit.outcome == .damaged)
        let opened = try Self.open(fixture)
        #expect(opened.contradiction?.contains("its end was taken away") == true)
        try opened.journal.checkpoint(with: Self.key)
        opened.journal.close()
        #expect(try Self.open(fixture).contradiction == nil)
        let later = try auditor(fixture, trusted: [Self.key.verifier]).audit(fixture.home.stationLog)
        #expect(later.outcome == .damaged && later.problems[0].contains("its end was taken away"), "\(later.problems)")
        #expect(fixture.disk.files.contains { $0.contains("quarantine/journal.checkpoint") })
    }

    @Test func `that was rewritten contradicts the checkpoint too`() throws {
        let fixture = JournalFixture()
        let journal = try Self.open(fixture).journal
        for turn in 1...5 { _ = try journal.note(heads: ["a": Self.head("a", turn)], at: fixture.now) }
        try journal.checkpoint(with: Self.key)
        journal.close()
        let checkpoint = fixture.home.stationLog.directory + "/journal.checkpoint"
        let other = JournalFixture()
        let forged = try Self.open(other).journal
        for turn in 1...6 { _ = try forged.note(heads: ["a": Self.head("a", 1 + turn / 6)], at: other.now) }
        for turn in 1...6 { try forged.note(.clockStepped(stepMicros: Int64(turn)), at: other.now) }
        forged.close()
        other.disk.place(checkpoint, try #require(fixture.disk.contents(checkpoint)))
        try other.publish(Self.key)

        let audit = try auditor(other, trusted: [Self.key.verifier]).audit(other.home.stationLog)
        #expect(audit.outcome == .forged)
        #expect(try Self.open(other).contradiction?.contains("not those that had been signed") == true)
    }

    @Test func `that is damaged goes on in a new file and says so`() throws {
        let fixture = JournalFixture()
        let journal = try Self.open(fixture).journal
        for turn in 1...5 { _ = try journal.note(heads: ["a": Self.head("a", turn)], at: fixture.now) }
        journal.close()
        let path = fixture.home.stationLog.segmentPath(1)
        var bytes = try #require(fixture.disk.contents(path))
        bytes[bytes.count / 2] ^= 1
        fixture.disk.place(path, bytes)

        let opened = try Self.open(fixture)

        #expect(opened.isNewlyDamaged && !opened.findings.isEmpty)
        #expect(opened.knowledge.heads["a"] == Self.head("a", 5))
        _ = try opened.journal.note(heads: ["a": Self.head("a", 6)], at: fixture.now)
        opened.journal.close()
        #expect(fixture.disk.contents(path) == bytes)
        let again = try Self.open(fixture)
        #expect(!again.isNewlyDamaged && again.knowledge.heads["a"] == Self.head("a", 6))
    }

    @Test func `loses nothing it noted, wherever the power goes`() throws {
        let rehearsal = JournalFixture()
        try live(rehearsal)
        for call in 1...rehearsal.disk.calls.count {
            let fixture = JournalFixture()
            fixture.disk.setFaults(DiskFaults(powerOffAtCall: call))
            let noted = (try? live(fixture)) ?? Self.noted(fixture)
            for seed in 0..<4 as Range<UInt64> {
                let next = fixture.later(on: fixture.disk.afterPowerCut(seed: seed))
                let opened = try Self.open(next, segmentLimit: 1500)
                #expect(opened.findings.isEmpty, "call \(call) seed \(seed)")
                #expect((opened.knowledge.heads["a"]?.record ?? 0) >= noted, "call \(call) seed \(seed)")
            }
        }
    }

    @Test func `is never called altered for a power cut while its first key is taken`() throws {
        func begin(_ fixture: JournalFixture) throws {
            let key = try fixture.home.key(station: "Ward 3").key
            let journal = try Self.open(fixture).journal
            try journal.take(key, at: fixture.now)
            _ = try journal.note(heads: ["a": Self.head("a", 1)], at: fixture.now)
            try journal.checkpoint(with: key)
        }
        let rehearsal = JournalFixture()
        try begin(rehearsal)
        for call in 1...rehearsal.disk.calls.count {
            for isKill in [false, true] {
                let fixture = JournalFixture()
                fixture.disk.setFaults(DiskFaults(powerOffAtCall: call))
                try? begin(fixture)
                let disk = isKill ? fixture.disk.afterKill() : fixture.disk.afterPowerCut(seed: UInt64(call))
                let next = fixture.later(on: disk)
                // A first start that was cut off so early has no journal, and no session either.
                let opened = try Self.open(next)
                #expect(opened.contradiction == nil, "call \(call) kill \(isKill)")
                opened.journal.close()
                let audit = try auditor(next, trusted: []).audit(next.home.stationLog)
                #expect(audit.problems.isEmpty, "call \(call) kill \(isKill) \(audit.problems)")
            }
        }
    }

    /// Writes heads until the disk gives out, and returns how far they got.
    @discardableResult
    private func live(_ fixture: JournalFixture) throws -> Int {
        let journal = try Self.open(fixture, segmentLimit: 1500).journal
        var noted = 0
        for turn in 1...8 {
            guard (try? journal.note(heads: ["a": Self.head("a", turn)], at: fixture.now)) != nil else { break }
            noted = turn
        }
        return noted
    }

    private static func noted(_ fixture: JournalFixture) -> Int { 0 }

    private func auditor(_ fixture: JournalFixture, trusted: [VerifierKey]) throws -> LogAuditor {
        try LogAuditor(home: fixture.home, disk: fixture.disk, trusted: trusted)
    }

    private static let key = StationKey(station: "Ward 3")

    private func sealedSession(_ fixture: JournalFixture) throws -> SealedLog {
        try fixture.sealedSession(JournalFixture.id(), notes: 2, with: Self.key)
    }
}
