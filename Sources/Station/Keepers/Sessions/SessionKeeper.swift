import EventLog
import Journal
import Session

/// Keeps the logs of the sessions; each that is open has a thread of its own.
final class SessionKeeper: Keeper {
    struct State {
        /// The logs that are open, by their session's id.
        var logs: [String: SessionJournal] = [:]
        /// Closed sessions without a seal.
        var unsealed: [SessionID] = []
        var isLowOnSpace = false
        /// Tells logs apart that have one id in two homes.
        var lots: SplitMix64
        var auditor: WorkerThread?
    }

    let room: RecordRoom
    let journal: JournalKeeper
    /// The bytes of each protocol of this station, by what they are kept under.
    let protocols: [LogHash: [UInt8]]
    let state: Monitor<State>

    init(in room: RecordRoom, _ journal: JournalKeeper, protocols: [LogHash: [UInt8]], seed: UInt64) {
        self.room = room
        self.journal = journal
        self.protocols = protocols
        state = Monitor(State(lots: SplitMix64(seed: seed)))
    }

    /// Makes a new session's log; the patient counts as checked in when it is on disk.
    func open(_ new: NewSession) {
        let lots = state.withLock { $0.lots.next() }
        room.worker.run { [self] in
            do {
                let log = try begin(new, lots: lots)
                adopt(log)
                // The session stands by itself: if this cannot be written, the next heads name it.
                let entry = StationEntry.sessionOpened(session: new.id.text, log: log.headAtStart.logID)
                try? journal.journal?.note(entry, at: new.openedAt)
                post(.opened(OpenedSession(session: new.session, clock: log.clock)))
            } catch {
                post(.openFailed(session: new.id.text, reason: "\(error)"))
            }
        }
    }

    private func begin(_ new: NewSession, lots: UInt64) throws -> SessionJournal {
        let name = new.session.opening.flatMap { LogHash(hex: $0.protocolSHA256) }
        guard let name, let bytes = protocols[name] else {
            throw StationError(what: "Its protocol is not on this station", cure: "choose another.")
        }
        do {
            return try create(new, bytes, lots: lots)
        } catch  where Self.isOutOfSpace(error) && room.journal.ballast.release() {
            // The reserve holds thousands of entries: a patient who is there is not sent away for it.
            post(.space(isLow: true))
            return try create(new, bytes, lots: lots)
        }
    }

    /// Puts a new session on disk: its protocol first, then its log with the first events.
    private func create(_ new: NewSession, _ rules: [UInt8], lots: UInt64) throws -> SessionJournal {
        _ = try room.journal.putProtocol(rules)
        return try SessionJournal.create(
            new.id,
            in: room.journal,
            events: new.batch,
            openedAt: new.openedAt,
            lots: lots,
            names: room.names,
            onReport: onReport
        )
    }

    /// Whether freeing space would let the same work go on.
    private static func isOutOfSpace(_ error: any Error) -> Bool {
        (error as? JournalError)?.isOutOfSpace ?? (error as? BlobError)?.isOutOfSpace ?? false
    }

    /// Takes a log that is open.
    func adopt(_ log: SessionJournal) {
        state.withLock { $0.logs[log.id.text] = log }
        journal.take(atStart: log.headAtStart, of: log.id.text)
    }

    /// Hands events to their session's log; a report follows when they are on disk.
    func append(_ batch: EventBatch, to session: String) {
        guard let log = state.withLock({ $0.logs[session] }) else {
            return post(.failing(session: session, reason: "its log is not open"))
        }
        do throws(LogError) {
            try log.append(batch)
        } catch {
            post(.failing(session: session, reason: error.description))
        }
    }

    /// Tries to write again what a session could not save.
    func retry(_ session: String) {
        state.withLock { $0.logs[session] }?.retry()
    }

    /// Passes on what a log's own thread says.
    ///
    /// The thread holds this as long as it runs, and the keeper holds the log.
    var onReport: @Sendable (SessionID, FlushReport) -> Void {
        { [weak self] id, report in self?.take(report, of: id) }
    }

    private func take(_ report: FlushReport, of id: SessionID) {
        switch report {
        case .durable(let durable):
            journal.take(durable.head, of: id.text)
            takeSpace(isLow: durable.isLowOnSpace)
            if let event = durable.event { post(.durable(session: id.text, count: event + 1)) }
        case .failed(let error, _):
            post(.failing(session: id.text, reason: error.description))
        }
    }

    private func takeSpace(isLow: Bool) {
        let isNews = state.withLock { state in
            defer { state.isLowOnSpace = isLow }
            return state.isLowOnSpace != isLow
        }
        if isNews { post(.space(isLow: isLow)) }
    }

    func beat(at now: ClockReading) {
        sealWaiting(at: now)
    }

    func end(at now: ClockReading) -> Int {
        let logs = state.withLock { state in
            defer { state.logs = [:] }
            return state.logs.values.sorted { $0.id < $1.id }
        }
        let unsaved = logs.reduce(0) { $0 + $1.stop().count }
        endAudit()
        return unsaved
    }

    func post(_ mail: SessionMail) { room.mailbox.post(.sessions(mail)) }
}
