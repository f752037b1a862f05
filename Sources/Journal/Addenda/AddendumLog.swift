package import EventLog
package import Session

/// The log of what is added to a sealed session, beside the sealed log, which is never opened again.
///
/// Its header names the root under the seal, so that neither can be exchanged for another unnoticed.
package enum AddendumLog {
    /// What was added to a session, in order, and what of it is lost or altered.
    package struct Contents: Equatable, Sendable {
        package let addenda: [Addendum]
        /// The records they stand in.
        package let records: [LogRecord]
        package let damage: [LogFinding]
        /// How far the log has got.
        package let head: LogHead

        init(_ contents: LogContents) {
            records = contents.readable.filter { $0.event != nil }
            addenda = records.compactMap(Addendum.init)
            damage = contents.damage
            head = LogHead(
                logID: contents.header.logID,
                record: contents.last.record,
                event: contents.last.highestEvent,
                leaf: contents.last.leaf
            )
        }

        /// Whether nothing is missing at the end: what is written down of a log never goes back.
        package func isAtLeast(_ known: LogHead?) -> Bool { head.record >= known?.record ?? -1 }
    }

    /// What was added, or nil where nothing ever was; `head` is how far the log is known to have got.
    package static func read(
        _ id: SessionID,
        in home: JournalHome,
        expecting head: LogHead? = nil
    ) throws(LogError) -> Contents? {
        do throws(LogError) {
            return Contents(try LogReader(disk: home.disk).read(home.addendum(of: id), expecting: head))
        } catch {
            if case .missing = error, head == nil { return nil }
            throw error
        }
    }

    /// An addendum that is on disk.
    package struct Added: Sendable {
        package let addendum: Addendum
        /// What of the addenda before it was found lost or altered.
        package let damage: [LogFinding]
    }

    /// Adds a fact; it is on disk when this returns, and the station's journal knows of it or is about to.
    ///
    /// - Throws: if the session is not sealed, its seal is not of its log, it has no entry of that number, or its
    ///   addenda cannot be written.
    package static func add(
        _ text: String,
        about entry: Int?,
        to id: SessionID,
        by author: Author,
        at now: ClockReading,
        in home: JournalHome,
        names: StationNames
    ) throws -> Added {
        let root = try sealedRoot(of: id, in: home, holding: entry)
        let name = StationKnowledge.addendumName(of: id.text)
        let head = try home.knowledge().expected(of: name)
        // A station that is running looks here at its next beat; left before, should this process be stopped.
        try AddendumMark.leave(for: id, in: home)
        let log = try open(id, root, head, at: now, in: home, names: names)
        let addendum = Addendum(number: log.next, utcMicros: now.utcMicros, author: author, text: text, about: entry)
        do {
            defer { log.writer.close() }
            try log.writer.append([addendum.draft(at: now)])
        }
        do throws(JournalError) {
            try home.note(heads: [name: log.writer.head], at: now, names: names)
            try? AddendumMark.take(id, in: home)
        } catch .log(.inUse) {
            // The running station holds the journal, and may have taken the first mark too early.
            try AddendumMark.leave(for: id, in: home)
        }
        return Added(addendum: addendum, damage: log.damage)
    }

    private static func sealedRoot(
        of id: SessionID,
        in home: JournalHome,
        holding entry: Int?
    ) throws -> LogHash {
        let reader = LogReader(disk: home.disk)
        let log = home.log(of: id)
        guard try home.disk.item(at: log.directory) != nil else { throw LogError.missing(path: log.directory) }
        guard let seal = try reader.seal(of: log) else { throw SealError.unfinished(path: log.directory) }
        let verification = try reader.verify(log)
        guard seal.checkpoint.root == verification.root, seal.checkpoint.size == verification.lineCount else {
            throw SealError.contradicted(path: log.sealPath, reason: "the log has changed since it was sealed")
        }
        if let entry, try reader.read(log).last.highestEvent < entry {
            throw SealError.noSuchEvent(path: log.directory, number: entry)
        }
        return seal.checkpoint.root
    }

    private static func open(
        _ id: SessionID,
        _ root: LogHash,
        _ head: LogHead?,
        at now: ClockReading,
        in home: JournalHome,
        names: StationNames
    ) throws -> (writer: LogWriter, next: Int, damage: [LogFinding]) {
        let location = home.addendum(of: id)
        do throws(LogError) {
            let locked = try LockedLog(location, disk: home.disk, expecting: head)
            // Looked at before anything is written: another session's addenda are left as they are.
            guard locked.contents.header.sealedRoot == root else {
                throw .foreign(path: location.printedPath, reason: "its header names the seal of another log")
            }
            let opened = try locked.begin(
                boot: now.boot,
                writer: names.writer,
                moment: now.logMoment,
                ballast: home.ballast
            )
            let (next, damage) = (opened.contents.last.highestEvent + 1, opened.contents.damage)
            return (opened.writer, next, damage)
        } catch {
            guard case .missing = error, head == nil else { throw error }
        }
        let header = LogHeader(
            logID: "\(id.text)-addendum-\(String(now.utcMicros, radix: 16))",
            station: names.station,
            boot: now.boot,
            writer: names.writer,
            sealedRoot: root
        )
        let writer = try LogWriter.create(at: location, header: header, moment: now.logMoment, disk: home.disk)
        return (writer, 0, [])
    }
}
