import EventLog
import Journal
import Screens
import Session
import Settings
import Synchronization

/// Everything the station puts on disk.
///
/// Each open session's log has a thread of its own; whatever else waits for the disk is done by one worker. What they
/// find is posted to the mailbox.
final class StationRecords {
    private let home: StationHome
    private let journal: JournalHome
    private let names: StationNames
    private let mailbox: Mailbox
    private let worker = Worker()
    private let shelf: Shelf
    /// The bytes of each protocol, by their SHA-256.
    private let protocols: [String: [UInt8]]
    private var isBeating = false
    private var lots: SplitMix64

    /// What the worker and the loop both hold: the logs that are open.
    final class Shelf: Sendable {
        let journals = Mutex<[String: SessionJournal]>([:])
        let staff = Mutex<StaffLog?>(nil)
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
        shelf = Shelf()
        lots = SplitMix64(seed: seed)
    }

    func adopt(_ open: SessionJournal) {
        shelf.journals.withLock { $0[open.id.text] = open }
    }

    func adopt(_ staff: StaffLog) {
        shelf.staff.withLock { $0 = staff }
    }

    /// Hands events to a session's log; a report follows when they are on disk.
    func append(_ events: [Event], to session: String) {
        guard let log = shelf.journals.withLock({ $0[session] }) else {
            return mailbox.post(.failing(session: session, reason: "its log is not open", canRetry: false))
        }
        do throws(LogError) {
            try log.append(events)
        } catch {
            mailbox.post(.failing(session: session, reason: error.description, canRetry: false))
        }
    }

    /// Makes a new session's log; the patient counts as checked in when it is on disk.
    func open(_ new: NewSession) {
        let (journal, names, mailbox, shelf, lots) = (journal, names, mailbox, shelf, lots.next())
        let bytes = new.session.opening.flatMap { protocols[$0.protocolSHA256] }
        worker.run {
            let id = new.id.text
            guard let bytes else {
                return mailbox.post(
                    .openFailed(session: id, reason: "Its protocol is not on this station: choose another.")
                )
            }
            do {
                _ = try journal.putProtocol(bytes)
                let log = try SessionJournal.create(
                    new.id,
                    in: journal,
                    events: new.session.entries,
                    openedAt: new.openedAt,
                    lots: lots,
                    names: names,
                    onReport: Self.reports(to: mailbox)
                )
                shelf.journals.withLock { $0[id] = log }
                mailbox.post(.opened(OpenedSession(session: new.session, clock: log.clock)))
            } catch {
                mailbox.post(.openFailed(session: id, reason: "\(error)"))
            }
        }
    }

    /// Ends the log of a closed session.
    func release(_ session: String, at now: ClockReading) {
        guard let log = shelf.journals.withLock({ $0.removeValue(forKey: session) }) else { return }
        // A log that cannot be ended is whole all the same: the next start ends it.
        worker.run { try? log.finish(at: now) }
    }

    /// Tries to write again what a session could not save.
    func retry(_ session: String, canRetry: Bool, at now: ClockReading) {
        guard let log = shelf.journals.withLock({ $0[session] }) else { return }
        guard !canRetry else { return log.retry() }
        let mailbox = mailbox
        worker.run {
            do throws(JournalError) {
                try log.reopen(at: now)
            } catch {
                mailbox.post(.failing(session: session, reason: "\(error)", canRetry: false))
            }
        }
    }

    /// Signs that the station lives, unless the last sign is still on its way.
    func beat(at now: ClockReading) {
        guard !isBeating else { return }
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
    }

    func beatEnded() {
        isBeating = false
    }

    func add(_ staff: NewStaff, for console: ConsoleID?, at now: ClockReading) {
        let (mailbox, shelf) = (mailbox, shelf)
        worker.run {
            do {
                let log = shelf.staff.withLock { $0 }
                guard let log else {
                    throw StationError(what: "the staff log is not open", cure: "set the station up first")
                }
                let member = try log.add(name: staff.name, role: staff.role, by: staff.by ?? .system, at: now)
                mailbox.post(.staffAdded(member, for: console))
            } catch {
                mailbox.post(.staffFailed(reason: "\(error)", for: console))
            }
        }
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
                let log = try shelf.staff.withLock { $0 } ?? StaffLog.open(journal, at: now, names: names)
                shelf.staff.withLock { $0 = log }
                if !log.staff.members.contains(where: { $0.name == setup.staffName && $0.role == setup.staffRole }) {
                    _ = try log.add(name: setup.staffName, role: setup.staffRole, by: .system, at: now)
                }
                try configuration.write(home: home.path)
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
    func end() -> Int {
        worker.end()
        let logs = shelf.journals.withLock { logs in
            defer { logs = [:] }
            return logs.values.sorted { $0.id < $1.id }
        }
        let unsaved = logs.reduce(0) { $0 + $1.stop().count }
        shelf.staff.withLock { $0?.close() }
        return unsaved
    }

    static func reports(to mailbox: Mailbox) -> @Sendable (SessionID, FlushReport) -> Void {
        { id, report in
            switch report {
            case .durable(let durable):
                if let event = durable.event { mailbox.post(.durable(session: id.text, count: event + 1)) }
            case .failed(let error, _):
                mailbox.post(.failing(session: id.text, reason: error.description, canRetry: error.canRetry))
            }
        }
    }
}
