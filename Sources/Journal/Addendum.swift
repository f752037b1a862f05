import EventLog
import JSON
package import Session

/// A fact that came after a session was closed: a call the day after, a late authentication, a correction.
package struct Addendum: Hashable, Sendable {
    /// Dense from 0 within the session's addenda.
    package let number: Int
    package let utcMicros: Int64
    package let author: Author
    package let text: String
    /// The number of the entry it speaks of; nil if it speaks of the session.
    package let about: Int?

    static let kind = "addendum.recorded"
}

/// The log of what is added to a sealed session, beside the sealed log, which is never opened again.
///
/// Its header names the root under the seal, so that neither can be exchanged for another unnoticed.
package enum AddendumLog {
    /// What was added to a session, in order; empty where nothing was.
    package static func read(_ id: SessionID, in home: JournalHome) throws(JournalError) -> [Addendum] {
        let contents: LogContents
        do throws(LogError) {
            contents = try LogReader(disk: home.disk).read(home.addendum(of: id))
        } catch {
            if case .missing = error { return [] }
            throw .log(error)
        }
        return contents.readable.compactMap(Addendum.init)
    }

    /// Adds a fact; it is on disk when this returns.
    ///
    /// - Throws: if the session is not sealed, its seal is not of its log, or its addenda cannot be written.
    package static func add(
        _ text: String,
        about entry: Int?,
        to id: SessionID,
        by author: Author,
        at now: ClockReading,
        in home: JournalHome,
        names: StationNames
    ) throws -> Addendum {
        let root = try sealedRoot(of: id, in: home)
        let log = try open(id, root, at: now, in: home, names: names)
        defer { log.writer.close() }
        let addendum = Addendum(number: log.next, utcMicros: now.utcMicros, author: author, text: text, about: entry)
        try log.writer.append([addendum.draft(at: now)])
        return addendum
    }

    private static func sealedRoot(of id: SessionID, in home: JournalHome) throws -> LogHash {
        let reader = LogReader(disk: home.disk)
        let log = home.log(of: id)
        guard let seal = try reader.seal(of: log) else { throw SealError.unfinished(path: log.directory) }
        let verification = try reader.verify(log)
        guard seal.checkpoint.root == verification.root, seal.checkpoint.size == verification.lineCount else {
            throw SealError.contradicted(path: log.sealPath, reason: "the log has changed since it was sealed")
        }
        return seal.checkpoint.root
    }

    private static func open(
        _ id: SessionID,
        _ root: LogHash,
        at now: ClockReading,
        in home: JournalHome,
        names: StationNames
    ) throws -> (writer: LogWriter, next: Int) {
        let location = home.addendum(of: id)
        do throws(LogError) {
            let opened = try LogWriter.open(
                at: location,
                boot: now.boot,
                writer: names.writer,
                moment: now.logMoment,
                disk: home.disk,
                ballast: home.ballast
            )
            guard opened.contents.header.sealedRoot == root else {
                throw .foreign(path: location.printedPath, reason: "its header names the seal of another log")
            }
            return (opened.writer, opened.contents.last.highestEvent + 1)
        } catch {
            guard case .missing = error else { throw error }
        }
        let header = LogHeader(
            logID: "\(id.text)-addendum-\(String(now.utcMicros, radix: 16))",
            station: names.station,
            boot: now.boot,
            writer: names.writer,
            sealedRoot: root
        )
        let writer = try LogWriter.create(at: location, header: header, moment: now.logMoment, disk: home.disk)
        return (writer, 0)
    }
}

extension Addendum {
    fileprivate init?(_ record: LogRecord) {
        guard record.kind == Self.kind, record.version == 1, let number = record.event,
            let fields = try? JSON(parsing: record.body), let text = fields["text"]?.string
        else { return nil }
        var problems: [BodyProblem] = []
        self.init(
            number: number,
            utcMicros: record.utcMicros,
            author: AuthorCoding.decode(record.actor, &problems),
            text: text,
            about: fields["about"]?.integer.map { Int($0) }
        )
    }

    fileprivate func draft(at now: ClockReading) -> RecordDraft {
        let body = BodyWriter.object {
            $0.add("text", text)
            $0.add("about", about)
        }
        return RecordDraft(
            event: number,
            kind: Self.kind,
            utcMicros: now.utcMicros,
            bootMicros: max(0, now.bootMicros),
            actor: AuthorCoding.encode(author),
            body: JSON.object(body).bytes
        )
    }
}
