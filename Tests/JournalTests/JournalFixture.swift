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
        let events = try Session.decideOpening(
            opening,
            id: id.text,
            rules: sampleProtocol(),
            by: Self.nurse,
            at: Moment(utcMicros: now.utcMicros, sessionMicros: 0)
        )
        return try SessionJournal.create(
            id,
            in: home,
            events: events,
            openedAt: now,
            lots: 1,
            names: Self.names,
            onReport: reports.add
        )
    }

    func open(_ id: SessionID = id()) throws(JournalError) -> OpenSession {
        try SessionJournal.open(
            id,
            in: home,
            at: now,
            names: Self.names,
            parse: Self.parse,
            onReport: reports.add
        )
    }

    func openAll() throws(DiskError) -> OpenedSessions {
        try home.openSessions(at: now, names: Self.names, parse: Self.parse, onReport: reports.add)
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
