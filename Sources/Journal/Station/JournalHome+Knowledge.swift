package import EventLog

extension JournalHome {
    /// What the station's journal says of its logs, and how much of that is signed; nothing where there is none.
    package func knowledge() throws(LogError) -> StationKnowledge {
        let evidence: JournalEvidence
        do throws(DiskError) {
            evidence = try JournalEvidence(self, trusted: [])
        } catch {
            throw .disk(error)
        }
        if let failure = evidence.failure {
            if case .missing = failure { return StationKnowledge() }
            throw failure
        }
        return evidence.knowledge
    }

    /// Writes down what a command did to logs, and how far they have got, while no station runs, and signs it.
    ///
    /// - Throws: `JournalError.log(.inUse)` while a station holds the journal.
    package func note(
        _ entries: [StationEntry] = [],
        heads: [String: LogHead],
        at now: ClockReading,
        names: StationNames
    ) throws(JournalError) {
        let journal = try StationJournal.open(self, at: now, names: names).journal
        defer { journal.close() }
        do throws(LogError) {
            for entry in entries { try journal.note(entry, at: now) }
            _ = try journal.note(heads: heads, at: now)
        } catch {
            throw .log(error)
        }
        // A station whose private key is kept elsewhere signs at its next start.
        if let key = try? StationKey.read(in: keysPath, disk: disk) { try? journal.checkpoint(with: key) }
    }

    /// What is known of a log from outside of it, for its repair.
    ///
    /// A journal that was begun after another was lost has said so itself, and gives way to a copy of that one.
    package func grounds(for location: LogLocation) throws(LogError) -> LogRepair.Grounds {
        do throws(DiskError) {
            let evidence = try JournalEvidence(self, trusted: [])
            let name = location.journalName
            let isJournal = location == stationLog
            return LogRepair.Grounds(
                head: isJournal ? nil : evidence.knowledge.expected(of: name),
                sealedRoot: isJournal ? nil : evidence.knowledge.sealed[name]?.root,
                isSuccessor: isJournal && (evidence.contents == nil || !evidence.knowledge.damage.isEmpty),
                keys: evidence.keys
            )
        } catch {
            throw .disk(error)
        }
    }
}
