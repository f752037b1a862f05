package import EventLog

/// The station's own log: how far every other log has got, what was sealed, and what went wrong.
///
/// Every call waits for the disk and belongs on a worker.
package final class StationJournal: Sendable {
    private struct State {
        var writer: LogWriter
        /// What has been written here.
        var knowledge: StationKnowledge
        /// The segment whose first heads name all open logs.
        var headedSegment: String?
        /// How many records the newest checkpoint covers.
        var signedCount = 0
    }

    /// What opening the journal found.
    package struct Opened: Sendable {
        package let journal: StationJournal
        /// What the newest part of the journal says; sealed logs of earlier parts are not in it.
        package let knowledge: StationKnowledge
        /// What is not as it was written.
        package let findings: [LogFinding]
        package let isNewlyDamaged: Bool
        /// Why this cannot be the journal that was written here; nil if it can.
        ///
        /// It has been written into the journal, where it stands until the journal is repaired.
        package let contradiction: String?
        /// The clocks at the last record; nil for a new journal.
        package let lastReading: ClockReading?
    }

    private let home: JournalHome
    private let state: Monitor<State>

    /// A file of the journal holds the heads of about two weeks; only the newest is read at a start.
    package static let usualSegmentLimit = 4 << 20

    private init(_ home: JournalHome, _ writer: sending LogWriter, _ knowledge: StationKnowledge) {
        self.home = home
        state = Monitor(State(writer: writer, knowledge: knowledge))
    }

    /// Opens the home's journal, or begins it.
    ///
    /// A home that holds sessions must have had one; `isFirst` says that these came while none could be begun.
    package static func open(
        _ home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        isFirst: Bool = false,
        segmentLimit: Int = usualSegmentLimit
    ) throws(JournalError) -> Opened {
        do throws(LogError) {
            do throws(LogError) {
                return try reopen(home, at: now, names: names, segmentLimit)
            } catch .missing {
                return try begin(home, at: now, names: names, isFirst: isFirst, segmentLimit)
            }
        } catch {
            throw .log(error)
        }
    }

    private static func begin(
        _ home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        isFirst: Bool,
        _ segmentLimit: Int
    ) throws(LogError) -> Opened {
        let header = LogHeader(
            logID: "station-\(String(now.utcMicros, radix: 16))",
            station: names.station,
            boot: now.boot,
            writer: names.writer
        )
        let writer = try LogWriter.create(
            at: home.stationLog,
            header: header,
            moment: now.logMoment,
            disk: home.disk,
            ballast: home.ballast,
            segmentLimit: segmentLimit
        )
        writer.tree = MerkleTree([writer.headLeaf])
        let journal = StationJournal(home, writer, StationKnowledge())
        let contradiction = try journal.keep(isFirst ? nil : loss(of: home), at: now)
        return Opened(
            journal: journal,
            knowledge: StationKnowledge(),
            findings: [],
            isNewlyDamaged: false,
            contradiction: contradiction,
            lastReading: nil
        )
    }

    /// Why there must have been a journal before; nil for a home in which no session was ever held.
    private static func loss(of home: JournalHome) throws(LogError) -> String? {
        do throws(DiskError) {
            let sessions = try home.count { log throws(DiskError) in try home.disk.item(at: log.segmentPath(1)) != nil }
            if sessions == 0 { return nil }
            return "it is missing, and \(sessions) sessions are there; what it knew of others is lost"
        } catch {
            throw .disk(error)
        }
    }

    /// Writes down that this is not the journal that was written here, and keeps what proves it.
    private func keep(_ contradiction: String?, at now: ClockReading) throws(LogError) -> String? {
        guard let contradiction else { return nil }
        try note(.logDamaged(log: StationKnowledge.stationName, findings: [contradiction]), at: now)
        // On a disk that takes nothing more the journal goes on all the same; that it was contradicted stands in it.
        try? JournalCheckpoint.setAside(in: home)
        return contradiction
    }

    private static func reopen(
        _ home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        _ segmentLimit: Int
    ) throws(LogError) -> Opened {
        let (locked, tail, contradiction) = try locked(home)
        let opened = try locked.begin(
            boot: now.boot,
            writer: names.writer,
            moment: now.logMoment,
            ballast: home.ballast,
            segmentLimit: segmentLimit,
            tree: tail.tree
        )
        let (findings, isNewlyDamaged) = (opened.contents.damage, opened.isNewlyDamaged)
        let journal = StationJournal(home, opened.writer, tail.knowledge)
        _ = try journal.keep(contradiction, at: now)
        return Opened(
            journal: journal,
            knowledge: tail.knowledge,
            findings: findings,
            isNewlyDamaged: isNewlyDamaged,
            contradiction: contradiction,
            lastReading: tail.lastReading
        )
    }

    /// Reads the newest file alone, or all of them where that does not name every open log or is not whole.
    private static func locked(
        _ home: JournalHome
    ) throws(LogError) -> (log: LockedLog, tail: StationJournalTail, contradiction: String?) {
        let keys: [VerifierKey]
        do throws(DiskError) {
            keys = try StationKey.verifiers(in: home.keysPath, disk: home.disk).keys
        } catch {
            throw .disk(error)
        }
        let found = JournalCheckpoint.find(in: home, keys: keys)
        do {
            let newest = try LockedLog(home.stationLog, disk: home.disk, trustsEarlierSegments: true)
            let tail = StationJournalTail(newest.contents, found.checkpoint)
            if tail.isSelfContained { return (newest, tail, tail.contradiction(of: found, in: home)) }
        }
        let whole = try LockedLog(home.stationLog, disk: home.disk)
        let tail = StationJournalTail(whole.contents, found.checkpoint)
        return (whole, tail, tail.contradiction(of: found, in: home))
    }

    /// Writes an entry; it is on disk when this returns.
    package func note(_ entry: StationEntry, at now: ClockReading) throws(LogError) {
        try state.withLock { state throws(LogError) in
            try state.writer.append([entry.draft(at: now)])
            state.knowledge.take(entry)
        }
    }

    /// Writes how far the logs have got, if any got further; the first time in a file, how far all have.
    ///
    /// - Returns: whether there was anything to write.
    package func note(heads: [String: LogHead], at now: ClockReading) throws(LogError) -> Bool {
        try state.withLock { state throws(LogError) in
            // Written before the heads, a new file's name is that of the file they will stand in.
            try state.writer.beginNextSegmentIfFull(at: now.logMoment)
            let isFirst = state.headedSegment != state.writer.path
            let newer = heads.filter { state.knowledge.heads[$0.key] != $0.value }
            guard isFirst || !newer.isEmpty else { return false }
            let all = state.knowledge.heads.merging(newer) { $1 }
            let entry = StationEntry.heads(isFirst ? all : newer, tree: isFirst ? state.writer.tree : nil)
            try state.writer.append([entry.draft(at: now)])
            state.knowledge.take(entry)
            if isFirst { state.headedSegment = state.writer.path }
            return true
        }
    }

    /// Signs for the first time, then writes down which key signs from now on, if it is another one.
    ///
    /// In this order, wherever the power goes, a journal that names a key has a checkpoint, or had one.
    package func take(_ key: StationKey, at now: ClockReading) throws(LogError) {
        let text = key.verifier.description
        do throws(DiskError) {
            if try home.disk.item(at: JournalCheckpoint.path(in: home)) == nil { try checkpoint(with: key) }
        } catch {
            throw .disk(error)
        }
        if knowledge.keys.last != text { try note(.keyTaken(key: text), at: now) }
    }

    /// Signs how far the journal itself has got, if it got further, and puts that beside it.
    package func checkpoint(with key: StationKey) throws(DiskError) {
        let tree = state.withLock { state in state.writer.tree.flatMap { $0.count > state.signedCount ? $0 : nil } }
        guard let tree else { return }
        try JournalCheckpoint.write(tree, with: key, in: home)
        state.withLock { $0.signedCount = tree.count }
    }

    /// What has been written, and what was read when it was opened.
    package var knowledge: StationKnowledge { state.withLock { $0.knowledge } }

    /// Ends the writing and gives the lock back.
    package func close() {
        state.withLock { $0.writer.close() }
    }
}
