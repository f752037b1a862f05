import EventLog
import Journal
import Session
import TestSupport

/// A home on a disk that can fail, with one protocol, and a clock that only a test moves.
struct JournalFixture: Sendable {
    let disk: FaultyDisk
    let reports = Reports()
    var now = ClockReading(boot: "boot-1", bootMicros: 5_000_000_000, utcMicros: SessionScript.morning)

    static let protocolBytes = Array("id: iv-mood-0.5\n".utf8)
    static let names = StationNames(station: "Ward 3", writer: "vigil test")
    static let nurse = Author.staff(id: "n001", role: .nurse)

    init(_ disk: FaultyDisk = FaultyDisk()) {
        self.disk = disk
    }

    var home: JournalHome { JournalHome(path: "/home", disk: disk) }

    static func id(_ lots: UInt64 = 17) -> SessionID {
        SessionID(openedAtUTC: SessionScript.morning, lots: lots)
    }

    /// Understands the one protocol there is.
    static func parse(_ bytes: [UInt8]) throws -> InfusionProtocol {
        guard bytes == protocolBytes else { throw FixtureError.strangeProtocol }
        return sampleProtocol()
    }

    enum FixtureError: Error { case strangeProtocol }

    /// The fixture as the next process finds it, on another disk and some time later.
    func later(on disk: FaultyDisk, boot: String = "boot-2", seconds: Int64 = 60) -> JournalFixture {
        var next = JournalFixture(disk)
        next.now = ClockReading(
            boot: boot,
            bootMicros: boot == now.boot ? now.bootMicros + seconds * Micros.perSecond : 9_000_000,
            utcMicros: now.utcMicros + seconds * Micros.perSecond
        )
        return next
    }

    mutating func wait(seconds: Int64) {
        now.bootMicros += seconds * Micros.perSecond
        now.utcMicros += seconds * Micros.perSecond
    }

    /// Checks a patient in and returns the journal of the new session.
    func create(_ id: SessionID = id()) throws -> SessionJournal {
        let sha256 = try home.putProtocol(Self.protocolBytes)
        let opening = Opening(
            patient: samplePatient(),
            chair: "C1",
            protocolID: "iv-mood-0.5",
            protocolVersion: "1",
            protocolSHA256: sha256
        )
        let events = try WardRules.open(
            opening,
            id: id.text,
            rules: sampleProtocol(),
            among: OpenSessions(chairs: sampleChairs, sessions: []),
            staff: sampleStaff,
            by: Self.nurse,
            at: Moment(utcMicros: now.utcMicros, sessionMicros: 0)
        )
        return try SessionJournal.create(
            id,
            in: home,
            events: EventBatch(events, by: SessionClock(openedAt: now)),
            openedAt: now,
            lots: 1,
            names: Self.names,
            onReport: reports.add
        )
    }

    func open(_ id: SessionID = id(), expecting head: LogHead? = nil) throws(JournalError) -> OpenSession {
        try SessionJournal.open(
            id,
            in: home,
            at: now,
            names: Self.names,
            expecting: head,
            parse: Self.parse,
            onReport: reports.add
        )
    }

    func openAll(heads: [String: LogHead] = [:]) throws(DiskError) -> OpenedSessions {
        try home.openSessions(at: now, names: Self.names, heads: heads, parse: Self.parse, onReport: reports.add)
    }

    func read(_ id: SessionID = id()) throws(JournalError) -> FoldedSession {
        try FoldedSession.read(id, in: home, parse: Self.parse)
    }

    /// A note as the next event of a session.
    func note(_ number: Int, _ text: String, in journal: SessionJournal) -> Event {
        Event(number: number, at: journal.clock.moment(now), author: Self.nurse, body: .noteRecorded(text))
    }
}

/// The reports of a journal's own thread, for a test to wait for.
final class Reports: Sendable {
    private let all = Monitor([FlushReport]())

    var add: @Sendable (SessionID, FlushReport) -> Void {
        { [all] _, report in all.withLock { $0.append(report) } }
    }

    /// Sleeps until an event is on disk.
    func waitDurable(_ event: Int) {
        all.wait(
            until: { reports in
                reports.contains {
                    if case .durable(let durable) = $0 { return durable.event.map { $0 >= event } ?? false }
                    return false
                }
            },
            then: { _ in }
        )
    }

    /// Sleeps until something could not be written, and returns what and how many records wait.
    func waitFailed() -> (error: LogError, unsavedCount: Int)? {
        all.wait(until: { $0.contains { Self.failure($0) != nil } }, then: { $0.lazy.compactMap(Self.failure).first })
    }

    private static func failure(_ report: FlushReport) -> (error: LogError, unsavedCount: Int)? {
        if case .failed(let error, let count) = report { return (error, count) }
        return nil
    }
}

extension JournalFixture {
    /// A closed and sealed session with so many notes.
    func sealedSession(_ id: SessionID, notes: Int, with key: StationKey) throws -> SealedLog {
        let journal = try create(id)
        for number in 1..<notes + 1 { try journal.append([note(number, "note \(number)", in: journal)]) }
        let closing = Event(
            number: notes + 1,
            at: journal.clock.moment(now),
            author: Self.nurse,
            body: .sessionClosed
        )
        try journal.append([closing])
        try journal.finish(at: now)
        return try home.seal(id, with: key, at: now, names: Self.names, parse: Self.parse)
    }

    /// Adds a fact to a sealed session, on this fixture's disk or another.
    func addendum(
        _ text: String,
        about entry: Int? = nil,
        to id: SessionID,
        on disk: FaultyDisk? = nil
    ) throws -> AddendumLog.Added {
        try AddendumLog.add(
            text,
            about: entry,
            to: id,
            by: Self.nurse,
            at: now,
            in: disk.map { JournalHome(path: "/home", disk: $0) } ?? home,
            names: Self.names
        )
    }

    /// Puts a key's public half where a station keeps its own.
    func publish(_ key: StationKey) throws {
        try disk.makeDirectories(home.keysPath)
        disk.place(StationKey.publicPath(in: home.keysPath), Array("\(key.verifier)\n".utf8))
    }

    /// A home with a key, the staff, one sealed session of six notes, one open session of six notes, and a journal that
    /// names them all.
    func wholeHome() throws -> (sealed: SessionID, open: SessionID, key: StationKey) {
        let (sealedID, openID) = (Self.id(1), Self.id(2))
        let station = try StationJournal.open(home, at: now, names: Self.names).journal
        let key = try home.key(station: "Ward 3").key
        try station.take(key, at: now)
        let staff = try StaffLog.open(home, at: now, names: Self.names)
        _ = try staff.add(name: "Okafor", role: .nurse, by: .system, at: now)
        let sealed = try sealedSession(sealedID, notes: 6, with: key)
        try station.note(.sessionSealed(sealed), at: now)
        let open = try create(openID)
        for number in 1...6 { try open.append([note(number, "note \(number)", in: open)]) }
        guard open.stop().isEmpty else { throw FixtureError.strangeProtocol }
        let contents = try LogReader(disk: disk).read(open.location)
        guard let last = contents.records.last else { throw FixtureError.strangeProtocol }
        let head = LogHead(logID: contents.header.logID, record: last.number, event: 6, leaf: last.leaf)
        _ = try station.note(heads: [openID.text: head, StationKnowledge.staffName: staff.head], at: now)
        try station.checkpoint(with: key)
        station.close()
        staff.close()
        return (sealedID, openID, key)
    }
}
