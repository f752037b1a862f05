import EventLog
import Journal
import Screens
import Session
import Settings

/// Everything the station puts on disk.
///
/// Each open session's log has a thread of its own; whatever else waits for the disk is done by one worker. What they
/// find is posted to the mailbox.
final class StationRecords {
    let home: StationHome
    let journal: JournalHome
    let names: StationNames
    let mailbox: Mailbox
    let worker = Worker()
    let shelf = Shelf()
    /// The bytes of each protocol, by their SHA-256.
    private let protocols: [String: [UInt8]]
    private var isBeating = false
    var auditor: WorkerThread?
    private var lots: SplitMix64

    /// What the threads hold together: the logs that are open, and how far they have got.
    final class Shelf: Sendable {
        let journals = Monitor<[String: SessionJournal]>([:])
        let staff = Monitor<StaffLog?>(nil)
        let station = Monitor<StationJournal?>(nil)
        /// Whether the home held no session when its journal could not be begun.
        let isFirstRun = Monitor(false)
        let key = Monitor<StationKey?>(nil)
        /// How far each log has got, by its name in the station's journal.
        let heads = Monitor<[String: LogHead]>([:])
        /// Closed sessions without a seal.
        let unsealed = Monitor<[SessionID]>([])
        let isLowOnSpace = Monitor(false)
    }

    init(
        home: StationHome,
        journal: JournalHome,
        names: StationNames,
        mailbox: Mailbox,
        protocols: [String: [UInt8]],
        seed: UInt64
    ) {
        self.home = home
        self.journal = journal
        self.names = names
        self.mailbox = mailbox
        self.protocols = protocols
        lots = SplitMix64(seed: seed)
    }

    func adopt(_ open: SessionJournal) {
        shelf.journals.withLock { $0[open.id.text] = open }
        shelf.heads.withLock { heads in
            // The log's own thread may have been faster.
            if heads[open.id.text] == nil { heads[open.id.text] = open.headAtStart }
        }
    }

    func adopt(_ staff: StaffLog) {
        shelf.heads.withLock { $0[StationKnowledge.staffName] = staff.head }
        shelf.staff.withLock { $0 = staff }
    }

    /// Hands events to their session's log; a report follows when they are on disk.
    func append(_ batch: EventBatch, to session: String) {
        guard let log = shelf.journals.withLock({ $0[session] }) else {
            return mailbox.post(.failing(session: session, reason: "its log is not open"))
        }
        do throws(LogError) {
            try log.append(batch)
        } catch {
            mailbox.post(.failing(session: session, reason: error.description))
        }
    }

    /// Makes a new session's log; the patient counts as checked in when it is on disk.
    func open(_ new: NewSession) {
        let (journal, names, mailbox, shelf, lots) = (journal, names, mailbox, shelf, lots.next())
        let onReport = reports
        let bytes = new.session.opening.flatMap { protocols[$0.protocolSHA256] }
        worker.run {
            let id = new.id.text
            guard let bytes else {
                return mailbox.post(
                    .openFailed(session: id, reason: "Its protocol is not on this station: choose another.")
                )
            }
            do {
                let log: SessionJournal
                do {
                    log = try journal.begin(new, bytes, lots: lots, names: names, onReport: onReport)
                } catch  where Self.isOutOfSpace(error) && journal.ballast.release() {
                    // The reserve holds thousands of entries: a patient who is there is not sent away for it.
                    mailbox.post(.space(isLow: true))
                    log = try journal.begin(new, bytes, lots: lots, names: names, onReport: onReport)
                }
                shelf.journals.withLock { $0[id] = log }
                shelf.heads.withLock { heads in if heads[id] == nil { heads[id] = log.headAtStart } }
                // The session stands by itself: if this cannot be written, the next heads name it.
                try? shelf.station.withLock { $0 }?.note(
                    .sessionOpened(session: id, log: log.headAtStart.logID),
                    at: new.openedAt
                )
                mailbox.post(.opened(OpenedSession(session: new.session, clock: log.clock)))
            } catch {
                mailbox.post(.openFailed(session: id, reason: "\(error)"))
            }
        }
    }

    /// Whether freeing space would let the same work go on.
    private static func isOutOfSpace(_ error: any Error) -> Bool {
        (error as? JournalError)?.isOutOfSpace ?? (error as? BlobError)?.isOutOfSpace ?? false
    }

    /// Tries to write again what a session could not save.
    func retry(_ session: String) {
        shelf.journals.withLock { $0[session] }?.retry()
    }

    /// Signs that the station lives, unless the sign before is still on its way; the last sign of all never stays out.
    func beat(at now: ClockReading, isLast: Bool = false) {
        guard isLast || !isBeating else { return }
        isBeating = true
        let (home, mailbox) = (home, mailbox)
        worker.run {
            do throws(StationError) {
                try Heartbeat(utcMicros: now.utcMicros).write(in: home)
                mailbox.post(.heartbeat(nil))
            } catch {
                mailbox.post(.heartbeat(error))
            }
        }
        writeHeads(at: now)
        sealWaiting(at: now)
    }

    func beatEnded() {
        isBeating = false
    }

    func add(_ staff: NewStaff, for console: ConsoleID?, at now: ClockReading) {
        let (journal, names, mailbox, shelf) = (journal, names, mailbox, shelf)
        worker.run {
            do {
                let log = try Self.staffLog(journal, shelf, at: now, names)
                let member = try log.add(name: staff.name, role: staff.role, by: staff.by ?? .system, at: now)
                shelf.heads.withLock { $0[StationKnowledge.staffName] = log.head }
                mailbox.post(.staffAdded(member, for: console))
            } catch {
                mailbox.post(.staffFailed(reason: "\(error)", for: console))
            }
        }
    }

    /// The staff log; where it is lost it is begun again, since somebody has to sign, under an id that nobody had.
    private static func staffLog(
        _ journal: JournalHome,
        _ shelf: Shelf,
        at now: ClockReading,
        _ names: StationNames
    ) throws -> StaffLog {
        if let log = shelf.staff.withLock({ $0 }) { return log }
        let head = shelf.station.withLock { $0 }?.knowledge.expected(of: StationKnowledge.staffName)
        let log = try StaffLog.open(journal, at: now, names: names, expecting: head, mayBeginAgain: true)
        shelf.staff.withLock { $0 = log }
        return log
    }

    /// Puts the first run's answers on disk: the staff first, so that a station with a name has someone to sign.
    func setUp(_ setup: StationSetup, facts: StationFacts, for console: ConsoleID, at now: ClockReading) {
        let (home, journal, names, mailbox, shelf) = (home, journal, names, mailbox, shelf)
        worker.run {
            do {
                let configuration = StationConfiguration(name: setup.stationName, chairs: setup.chairs)
                if let problem = configuration.problems.first {
                    throw StationError(what: "The station cannot be set up so", cure: problem)
                }
                let log = try Self.staffLog(journal, shelf, at: now, names)
                if !log.staff.members.contains(where: { $0.name == setup.staffName && $0.role == setup.staffRole }) {
                    _ = try log.add(name: setup.staffName, role: setup.staffRole, by: .system, at: now)
                }
                shelf.heads.withLock { $0[StationKnowledge.staffName] = log.head }
                try configuration.write(home: home.path)
                try Self.takeKey(station: setup.stationName, in: journal, shelf, at: now)
                var configured = facts
                configured.name = setup.stationName
                configured.chairs = setup.chairs
                configured.staff = log.staff.members
                configured.isConfigured = true
                mailbox.post(.configured(configured, for: console))
            } catch {
                mailbox.post(.configurationFailed(reason: "\(error)", for: console))
            }
        }
    }

    /// Brings everything to disk and returns how many records could not be saved.
    func end(at now: ClockReading) -> Int {
        worker.end()
        let logs = shelf.journals.withLock { logs in
            defer { logs = [:] }
            return logs.values.sorted { $0.id < $1.id }
        }
        let unsaved = logs.reduce(0) { $0 + $1.stop().count }
        shelf.staff.withLock { $0?.close() }
        endJournal(at: now)
        return unsaved
    }

    /// Passes on what a log's own thread says.
    var reports: @Sendable (SessionID, FlushReport) -> Void {
        { [mailbox, shelf] id, report in
            switch report {
            case .durable(let durable):
                shelf.heads.withLock { $0[id.text] = durable.head }
                let isLow = durable.isLowOnSpace
                if shelf.isLowOnSpace.withLock({ was in
                    defer { was = isLow }
                    return was != isLow
                }) {
                    mailbox.post(.space(isLow: isLow))
                }
                if let event = durable.event { mailbox.post(.durable(session: id.text, count: event + 1)) }
            case .failed(let error, _):
                mailbox.post(.failing(session: id.text, reason: error.description))
            }
        }
    }
}

extension JournalHome {
    /// Puts a new session on disk: its protocol first, then its log with the first events.
    fileprivate func begin(
        _ new: NewSession,
        _ rules: [UInt8],
        lots: UInt64,
        names: StationNames,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws -> SessionJournal {
        _ = try putProtocol(rules)
        return try SessionJournal.create(
            new.id,
            in: self,
            events: new.batch,
            openedAt: new.openedAt,
            lots: lots,
            names: names,
            onReport: onReport
        )
    }

    /// A sentence with the paths of this home as they are within it: a banner has one line.
    func shortened(_ sentence: String) -> String { sentence.replacing(path + "/", with: "") }
}
