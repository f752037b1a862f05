import EventLog
import Journal
import Session
import Settings

/// What the station writes down outside of the sessions' logs: how far they have got, and their seals.
extension StationRecords {
    /// Takes the journal that was opened, and the key that seals are signed with.
    func adopt(_ station: StationJournal) {
        shelf.station.withLock { $0 = station }
    }

    /// The journal could not be opened; it is tried again with every heartbeat.
    func retryJournal(isFirstRun: Bool) {
        shelf.isFirstRun.withLock { $0 = isFirstRun }
    }

    /// The station's journal; one that could not be opened is tried again.
    private static func station(
        _ journal: JournalHome,
        _ shelf: Shelf,
        at now: ClockReading,
        _ names: StationNames
    ) throws(JournalError) -> StationJournal {
        if let station = shelf.station.withLock({ $0 }) { return station }
        let isFirst = shelf.isFirstRun.withLock { $0 }
        let station = try StationJournal.open(journal, at: now, names: names, isFirst: isFirst).journal
        shelf.station.withLock { $0 = station }
        if let key = shelf.key.withLock({ $0 }) { try? station.take(key, at: now) }
        return station
    }

    /// Reads the station's key or makes it, and writes down which one it is.
    ///
    /// - Returns: what is to be said if it is another one than before.
    func takeKey(station name: String, at now: ClockReading) throws -> String? {
        let before = shelf.station.withLock { $0 }?.knowledge.keys.last
        let key = try Self.takeKey(station: name, in: journal, shelf, at: now)
        guard let before, before != key.verifier.description else { return nil }
        return "It signs as \(key.name), and signed with another key before"
    }

    @discardableResult
    static func takeKey(
        station name: String,
        in journal: JournalHome,
        _ shelf: Shelf,
        at now: ClockReading
    ) throws -> StationKey {
        let key = try journal.key(station: name).key
        shelf.key.withLock { $0 = key }
        try shelf.station.withLock { $0 }?.take(key, at: now)
        return key
    }

    func note(_ entry: StationEntry, at now: ClockReading) {
        let (mailbox, shelf) = (mailbox, shelf)
        worker.run {
            do throws(LogError) {
                try shelf.station.withLock { $0 }?.note(entry, at: now)
            } catch {
                mailbox.post(.journal("\(error)"))
            }
        }
    }

    /// Writes down how far the logs have got, and signs it.
    func writeHeads(at now: ClockReading) {
        let (journal, names, mailbox, shelf) = (journal, names, mailbox, shelf)
        worker.run {
            do {
                guard try Self.writeHeads(journal, shelf, at: now, names) else { return }
                mailbox.post(.journal(nil))
            } catch {
                mailbox.post(.journal("\(error)"))
            }
        }
    }

    /// - Returns: whether there was anything to write.
    private static func writeHeads(
        _ journal: JournalHome,
        _ shelf: Shelf,
        at now: ClockReading,
        _ names: StationNames
    ) throws -> Bool {
        let station = try station(journal, shelf, at: now, names)
        // Somebody may add to a sealed session at any time, with a command of its own.
        let marked = try AddendumMark.all(in: journal)
        var heads = shelf.heads.withLock { $0 }
        for id in marked {
            let name = StationKnowledge.addendumName(of: id.text)
            let known = station.knowledge.heads[name]
            let contents = try? AddendumLog.read(id, in: journal, expecting: known)
            if let contents, contents.isAtLeast(known) { heads[name] = contents.head }
        }
        let isWritten = try station.note(heads: heads, at: now)
        if let key = shelf.key.withLock({ $0 }) { try station.checkpoint(with: key) }
        for id in marked { try AddendumMark.take(id, in: journal) }
        return isWritten
    }

    /// Ends the log of a closed session and seals it.
    func release(_ session: String, at now: ClockReading) {
        guard let log = shelf.journals.withLock({ $0.removeValue(forKey: session) }) else { return }
        let shelf = shelf
        worker.run {
            // A log that cannot be ended now is whole all the same, and is ended with its seal.
            try? log.finish(at: now)
            shelf.unsealed.withLock { $0.append(log.id) }
        }
        sealWaiting(at: now)
    }

    /// Seals closed sessions; what cannot be sealed now is tried again.
    func sealWaiting(at now: ClockReading) {
        let (journal, names, mailbox, shelf) = (journal, names, mailbox, shelf)
        worker.run {
            let waiting = shelf.unsealed.withLock { $0 }
            guard !waiting.isEmpty, let key = shelf.key.withLock({ $0 }) else { return }
            var problem: String?
            for id in waiting {
                do {
                    let sealed = try journal.seal(id, with: key, at: now, names: names) { bytes in
                        try ProtocolFile.readKept(bytes: bytes)
                    }
                    try Self.station(journal, shelf, at: now, names).note(.sessionSealed(sealed), at: now)
                    shelf.heads.withLock { $0[id.text] = nil }
                    shelf.unsealed.withLock { $0.removeAll { $0 == id } }
                } catch {
                    problem = "\(error)"
                }
            }
            mailbox.post(.sealing(problem))
        }
    }

    /// Seals sessions that were closed before the station started.
    func seal(_ ids: [SessionID], at now: ClockReading) {
        shelf.unsealed.withLock { $0 += ids }
        sealWaiting(at: now)
    }

    /// Looks over what a start does not open, on a thread of its own.
    func audit() {
        let (journal, mailbox, shelf) = (journal, mailbox, shelf)
        auditor = WorkerThread(name: "vigil-audit") {
            let audit = HomeAudit(journal)
            shelf.heads.withLock { $0.merge(audit.addenda) { $1 } }
            mailbox.post(.audited(audit.problems.map { journal.shortened($0) }))
        }
    }

    func endJournal(at now: ClockReading) {
        auditor?.join()
        auditor = nil
        _ = try? Self.writeHeads(journal, shelf, at: now, names)
        shelf.station.withLock { station in
            station?.close()
            station = nil
        }
    }
}
