import EventLog
import Glibc
import Journal
import Session
import TestSupport
import Testing

/// Whoever can write to every file of a home, and has no key that was taken elsewhere.
@Suite struct `A forger without the key` {
    /// A home as `JournalFixture.wholeHome` makes it, and the ids of its sessions.
    private let fixture = JournalFixture()
    private let sealed: SessionID
    private let open: SessionID
    private let key: StationKey

    init() throws {
        (sealed, open, key) = try fixture.wholeHome()
    }

    private var home: JournalHome { fixture.home }

    /// The worst that an audit of the whole home comes to.
    private func outcome() throws -> (worst: LogAudit.Outcome, problems: [String]) {
        let entries = try LogAuditor(home: home, disk: fixture.disk, trusted: [key.verifier]).auditAll(in: home)
        let audits = try entries.map { try $0.result.get() }
        return (try #require(audits.map(\.outcome).max()), audits.flatMap(\.problems))
    }

    private func start() throws -> StationJournal.Opened {
        try StationJournal.open(home, at: fixture.now, names: JournalFixture.names)
    }

    /// Writes a log again with other words in it, whole and chained, and has the journal say so.
    private func rewriteOpenSession(inJournal: Bool) throws {
        let other = JournalFixture()
        let journal = try other.create(open)
        for number in 1...7 { try journal.append([other.note(number, "forged \(number)", in: journal)]) }
        #expect(journal.stop().isEmpty)
        let path = home.log(of: open).segmentPath(1)
        fixture.disk.place(path, try #require(other.disk.contents(path)))
        guard inJournal else { return }
        let contents = try LogReader(disk: fixture.disk).read(home.log(of: open))
        let last = try #require(contents.records.last)
        let head = LogHead(logID: contents.header.logID, record: last.number, event: 7, leaf: last.leaf)
        let station = try start().journal
        _ = try station.note(heads: [open.text: head], at: fixture.now)
        station.close()
    }

    @Test(arguments: [false, true])
    func `cannot write an open session again, not even with a journal that agrees`(inJournal: Bool) throws {
        try rewriteOpenSession(inJournal: inJournal)

        #expect(try outcome().worst == .forged)
        let opened = try fixture.open(open, expecting: try start().knowledge.expected(of: open.text))
        #expect(opened.damage.contains { $0.kind == .tampered } && opened.isNewlyDamaged)
    }

    @Test func `cannot take the journal away, with a session or without`() throws {
        for path in fixture.disk.files where path.hasPrefix(home.stationLog.directory) {
            try fixture.disk.remove(path)
        }
        #expect(try outcome().worst == .damaged)

        let opened = try start()
        #expect(opened.contradiction?.contains("it is missing, and 2 sessions are there") == true)
        opened.journal.close()

        let later = try outcome()
        #expect(later.worst == .damaged && later.problems.contains { $0.contains("2 sessions are there") })
        #expect(!HomeAudit(home).problems.isEmpty)
    }

    @Test(arguments: ["missing", "empty", "a directory's name", "another key's"])
    func `cannot do without the checkpoint`(kind: String) throws {
        let path = "\(home.stationLog.directory)/journal.checkpoint"
        switch kind {
        case "missing": try fixture.disk.remove(path)
        case "empty": fixture.disk.place(path, [])
        case "another key's":
            let checkpoint = Checkpoint(origin: "\(key.name)/station", size: 2, root: .zero)
            fixture.disk.place(path, SignedNote(signing: checkpoint.text, with: StationKey(station: "x")).bytes)
        default: fixture.disk.place(path, Array("no note".utf8))
        }

        #expect(try outcome().worst == .damaged, "\(kind)")
        #expect(try start().contradiction != nil, "\(kind)")
    }

    @Test func `cannot have the journal take back what it said`() throws {
        let station = try start()
        let known = try #require(station.knowledge.heads[open.text])
        let less = LogHead(logID: known.logID, record: known.record - 2, event: 4, leaf: .zero)
        _ = try station.journal.note(heads: [open.text: less], at: fixture.now)
        station.journal.close()

        let found = try LogAuditor(home: home, disk: fixture.disk, trusted: []).audit(home.stationLog)
        #expect(found.outcome == .forged && found.problems[0].contains("had got to record"), "\(found.problems)")
    }

    @Test func `cannot put everything back to an earlier day, when a checkpoint was kept elsewhere`() throws {
        let path = "\(home.stationLog.directory)/journal.checkpoint"
        let (log, segment) = (home.stationLog, home.stationLog.segmentPath(1))
        let earlier = try (#require(fixture.disk.contents(segment)), #require(fixture.disk.contents(path)))
        let station = try start().journal
        try station.note(.clockStepped(stepMicros: 9), at: fixture.now)
        try station.checkpoint(with: key)
        station.close()
        let kept = try SignedNote(parsing: #require(fixture.disk.contents(path)))
        func audit(_ note: SignedNote) throws -> LogAudit {
            try LogAuditor(home: home, disk: fixture.disk, trusted: [key.verifier], checkpoints: [note]).audit(log)
        }
        #expect(try audit(kept).outcome == .anchored)
        #expect(try audit(SignedNote(parsing: earlier.1)).outcome == .anchored, "an older one is of the same journal")

        fixture.disk.place(segment, earlier.0)
        fixture.disk.place(path, earlier.1)

        #expect(try audit(SignedNote(parsing: earlier.1)).outcome == .anchored, "nothing in the home shows it")
        let shown = try audit(kept)
        #expect(shown.outcome == .damaged && shown.problems[0].contains("was made when more was there"))
        let other = Checkpoint(origin: "\(key.name)/station", size: 2, root: .zero)
        #expect(try audit(SignedNote(signing: other.text, with: key)).outcome == .forged)
        #expect(try audit(SignedNote(signing: other.text, with: StationKey(station: "x"))).outcome == .forged)
    }

    @Test func `cannot put a session's log in the place of a second one`() throws {
        let copy = JournalFixture.id(99)
        for name in ["000001.jsonl", "seal.checkpoint"] {
            let bytes = try #require(fixture.disk.contents("\(home.log(of: sealed).directory)/\(name)"))
            try fixture.disk.makeDirectories(home.log(of: copy).directory)
            fixture.disk.place("\(home.log(of: copy).directory)/\(name)", bytes)
        }

        let found = try outcome()
        #expect(found.worst == .forged && found.problems.contains { $0.contains("made for another place") })
    }

    @Test func `cannot give one session another's addenda`() throws {
        _ = try fixture.addendum("Called", to: sealed)
        let second = JournalFixture.id(5)
        let log = try fixture.sealedSession(second, notes: 2, with: key)
        let station = try start().journal
        try station.note(.sessionSealed(log), at: fixture.now)
        station.close()
        let (from, to) = (home.addendum(of: sealed).segmentPath(1), home.addendum(of: second).segmentPath(1))
        fixture.disk.place(to, try #require(fixture.disk.contents(from)))
        try fixture.disk.remove(from)

        let found = try outcome()
        #expect(found.worst == .forged)
        #expect(found.problems.contains { $0.contains("the seal of another log") }, "\(found.problems)")
        #expect(found.problems.contains { $0.contains("\(sealed)/addendum") && $0.contains("is missing") })
    }

    @Test(arguments: ["", "no seal", "another's"], [false, true])
    func `cannot hide a patient behind a seal, not even with a journal that knows of nobody`(
        kind: String,
        isCut: Bool
    ) throws {
        let seal = home.log(of: open).sealPath
        let bytes =
            kind == "another's" ? try #require(fixture.disk.contents(home.log(of: sealed).sealPath)) : Array(kind.utf8)
        fixture.disk.place(seal, bytes)

        let found = try fixture.openAll(heads: isCut ? [:] : try start().knowledge.expected)

        #expect(found.open.map(\.journal.id) == [open])
        #expect(found.falseSeals.map(\.path) == [seal] && found.refused.isEmpty, "\(found.refused)")
        #expect(fixture.disk.contents(seal) == nil)
        #expect(fixture.disk.files.contains { $0.contains("quarantine/seal.checkpoint") })
    }

    @Test(arguments: ["", "something else\n", "vigil-log/2"])
    func `cannot pass a log off as none, or as one of a later version`(what: String) throws {
        for log in [home.log(of: sealed), home.stationLog] {
            let path = log.segmentPath(1)
            let before = try #require(fixture.disk.contents(path))
            let text = String(decoding: before, as: UTF8.self)
            let other = what == "vigil-log/2" ? text.replacing("vigil-log/1", with: what) : what
            fixture.disk.place(path, Array(other.utf8))
            let found = try LogAuditor(home: home, disk: fixture.disk, trusted: []).audit(log)
            #expect(found.outcome == .damaged && found.problems[0].contains("vigil repair"), "\(log) \(found.problems)")
            fixture.disk.place(path, before)
        }
    }
}
