package import EventLog
package import Session

extension JournalHome {
    /// Ends the log of a closed session where that is missing, seals it, and returns what the seal says.
    ///
    /// Every step may be interrupted and done again; a log that has its seal is compared with it.
    package func seal(
        _ id: SessionID,
        with key: StationKey,
        at now: ClockReading,
        names: StationNames,
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(SealError) -> SealedLog {
        let log = log(of: id)
        do {
            if try !SessionTail.isFinished(log, on: disk) {
                let open = try SessionJournal.open(id, in: self, at: now, names: names, parse: parse) { _, _ in }
                guard open.folded.session.phase == .closed else {
                    _ = open.journal.stop()
                    throw SealError.unfinished(path: log.directory)
                }
                try open.journal.finish(at: now)
            }
        } catch let error as SealError {
            throw error
        } catch let error as DiskError {
            throw .disk(error)
        } catch {
            throw .notEnded(path: log.directory, reason: "\(error)")
        }
        let (seal, digest) = try LogReader(disk: disk).seal(log, with: key)
        return SealedLog(session: id.text, log: seal.log, digest)
    }

    /// Makes the first key of a station, or reads the one it has.
    package func key(station: String) throws(KeyError) -> (key: StationKey, isNew: Bool) {
        try StationKey.open(in: keysPath, station: station, disk: disk)
    }
}
