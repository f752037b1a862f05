import EventLog
import Journal

/// Keeps what the station writes down outside of the other logs: how far they have got, their seals, what went wrong,
/// the key it signs with, and that it lives.
final class JournalKeeper: Keeper {
    private struct State {
        /// Nil while it could not be opened: it is tried again with every beat.
        var journal: StationJournal?
        /// Whether the home held no session when its journal could not be begun.
        var isFirstRun = false
        /// What seals are signed with; nil while it cannot be used.
        var key: StationKey?
        /// How far each log has got, by its name in the journal.
        var heads: [String: LogHead] = [:]
    }

    let room: RecordRoom
    private let state = Monitor(State())

    init(in room: RecordRoom) {
        self.room = room
    }

    /// The journal, if it is open.
    var journal: StationJournal? { state.withLock { $0.journal } }

    var key: StationKey? { state.withLock { $0.key } }

    /// Takes the journal that was opened.
    func adopt(_ journal: StationJournal) {
        state.withLock { $0.journal = journal }
    }

    /// The journal could not be opened; it is tried again with every beat.
    func retryOpening(isFirstRun: Bool) {
        state.withLock { $0.isFirstRun = isFirstRun }
    }

    /// The journal; one that could not be opened is tried again, on the worker.
    func openJournal(at now: ClockReading) throws(JournalError) -> StationJournal {
        if let journal { return journal }
        let isFirst = state.withLock { $0.isFirstRun }
        let journal = try StationJournal.open(room.journal, at: now, names: room.names, isFirst: isFirst).journal
        adopt(journal)
        if let key { try? journal.take(key, at: now) }
        return journal
    }

    /// Reads the station's key or makes it, and writes down which one it is.
    @discardableResult
    func takeKey(station name: String, at now: ClockReading) throws -> StationKey {
        let key = try room.journal.key(station: name).key
        state.withLock { $0.key = key }
        try journal?.take(key, at: now)
        return key
    }

    /// Takes how far a log has got, which the next beat writes down.
    func take(_ head: LogHead, of name: String) {
        state.withLock { $0.heads[name] = head }
    }

    /// Takes where a log stood when it was opened, whose own thread may have been faster.
    func take(atStart head: LogHead, of name: String) {
        state.withLock { state in
            if state.heads[name] == nil { state.heads[name] = head }
        }
    }

    /// A log was sealed: it gets no further.
    func endHead(of name: String) {
        state.withLock { $0.heads[name] = nil }
    }

    func note(_ entry: StationEntry, at now: ClockReading) {
        room.worker.run { [self] in
            do throws(LogError) {
                try journal?.note(entry, at: now)
            } catch {
                room.mailbox.post(.journal(.written("\(error)")))
            }
        }
    }

    /// Signs that the station lives, writes down how far the logs have got, and signs that.
    func beat(at now: ClockReading) {
        room.worker.run { [self] in
            do throws(StationError) {
                try Heartbeat(utcMicros: now.utcMicros).write(in: room.home)
                room.mailbox.post(.journal(.heartbeat(nil)))
            } catch {
                room.mailbox.post(.journal(.heartbeat(error)))
            }
        }
        room.worker.run { [self] in
            do {
                guard try writeHeads(at: now) else { return }
                room.mailbox.post(.journal(.written(nil)))
            } catch {
                room.mailbox.post(.journal(.written("\(error)")))
            }
        }
    }

    /// - Returns: whether there was anything to write.
    private func writeHeads(at now: ClockReading) throws -> Bool {
        let journal = try openJournal(at: now)
        // Somebody may add to a sealed session at any time, with a command of its own.
        let marked = try AddendumMark.all(in: room.journal)
        var heads = state.withLock { $0.heads }
        for id in marked {
            let name = StationKnowledge.addendumName(of: id.text)
            let known = journal.knowledge.heads[name]
            let contents = try? AddendumLog.read(id, in: room.journal, expecting: known)
            if let contents, contents.isAtLeast(known) { heads[name] = contents.head }
        }
        let isWritten = try journal.note(heads: heads, at: now)
        if let key { try journal.checkpoint(with: key) }
        for id in marked { try AddendumMark.take(id, in: room.journal) }
        return isWritten
    }

    func end(at now: ClockReading) -> Int {
        _ = try? writeHeads(at: now)
        let journal = state.withLock { state in
            defer { state.journal = nil }
            return state.journal
        }
        journal?.close()
        return 0
    }
}
