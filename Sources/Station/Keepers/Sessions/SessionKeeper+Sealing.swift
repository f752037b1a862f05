import EventLog
import Journal
import Settings

extension SessionKeeper {
    /// Ends the log of a closed session and seals it.
    func release(_ session: String, at now: ClockReading) {
        guard let log = state.withLock({ $0.logs.removeValue(forKey: session) }) else { return }
        room.worker.run { [self] in
            // A log that cannot be ended now is whole all the same, and is ended with its seal.
            try? log.finish(at: now)
            state.withLock { $0.unsealed.append(log.id) }
        }
        sealWaiting(at: now)
    }

    /// Seals sessions that were closed before the station started.
    func seal(_ ids: [SessionID], at now: ClockReading) {
        state.withLock { $0.unsealed += ids }
        sealWaiting(at: now)
    }

    /// Seals closed sessions; what cannot be sealed now is tried again.
    func sealWaiting(at now: ClockReading) {
        room.worker.run { [self] in
            let waiting = state.withLock { $0.unsealed }
            guard !waiting.isEmpty, let key = journal.key else { return }
            var problem: String?
            for id in waiting {
                do {
                    try seal(id, with: key, at: now)
                } catch {
                    problem = "\(error)"
                }
            }
            post(.sealing(problem))
        }
    }

    private func seal(_ id: SessionID, with key: StationKey, at now: ClockReading) throws {
        let sealed = try room.journal.seal(id, with: key, at: now, names: room.names) { bytes in
            try ProtocolFile.readKept(bytes: bytes)
        }
        try journal.openJournal(at: now).note(.sessionSealed(sealed), at: now)
        journal.endHead(of: id.text)
        state.withLock { state in state.unsealed.removeAll { $0 == id } }
    }
}
