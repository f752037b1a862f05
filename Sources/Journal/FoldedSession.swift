package import EventLog
package import Session

/// A session folded from its log, and what of the log could not be understood.
package struct FoldedSession: Sendable {
    package let id: SessionID
    package let session: Session
    package let clock: SessionClock
    /// Whether the log was ended in order after the session was closed.
    package let isFinished: Bool
    /// What could not be read: the event's number, and the key; the events themselves are kept raw.
    package let problems: [Problem]
    /// How many events are of a kind or version this program does not know.
    package let unknownCount: Int

    package struct Problem: Hashable, Sendable, CustomStringConvertible {
        package let event: Int
        package let problem: BodyProblem

        package var description: String { "event \(event): \(problem)" }
    }

    /// Reads and folds the log of a session without changing anything on disk.
    ///
    /// `parse` understands the protocol's bytes, which are read from the home's attachments.
    package static func read(
        _ id: SessionID,
        in home: JournalHome,
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(JournalError) -> FoldedSession {
        let contents: LogContents
        do throws(LogError) {
            contents = try LogReader(disk: home.disk).read(home.log(of: id))
        } catch {
            throw .log(error)
        }
        return try FoldedSession(id, contents, in: home, parse: parse)
    }

    /// Folds what was read from a log.
    package init(
        _ id: SessionID,
        _ contents: LogContents,
        in home: JournalHome,
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(JournalError) {
        let path = contents.location.description
        let records = try SessionRecords(contents)
        guard let clock = records.clock, let first = records.events.first else { throw .unborn(path: path) }
        guard case .sessionOpened(let opening) = first.event.body else {
            let reason = first.problems.first.map { "its opening cannot be read, \($0)" }
            throw .notASession(path: path, reason: reason ?? "it begins with \(first.event.body.kind)")
        }
        let rules = try Self.rules(of: opening, path: path, in: home, parse: parse)
        self.id = id
        self.clock = clock
        isFinished = records.isFinished
        var session = Session(id: id.text, rules: rules)
        var problems: [Problem] = []
        var unknownCount = 0
        for decoded in records.events {
            session.apply(decoded.event)
            for problem in decoded.problems { problems.append(Problem(event: decoded.event.number, problem: problem)) }
            if decoded.event.body.isUnknown { unknownCount += 1 }
        }
        (self.session, self.problems, self.unknownCount) = (session, problems, unknownCount)
    }

    private static func rules(
        of opening: Opening,
        path: String,
        in home: JournalHome,
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(JournalError) -> InfusionProtocol {
        guard let name = LogHash(hex: opening.protocolSHA256) else {
            throw .notASession(path: path, reason: "protocolSha256 is not 64 hexadecimal digits")
        }
        let bytes: [UInt8]
        do throws(BlobError) {
            bytes = try home.blobs.get(name)
        } catch {
            throw .blob(error)
        }
        do {
            return try parse(bytes)
        } catch {
            throw .unreadableProtocol(path: home.blobs.path(of: name), reason: "\(error)")
        }
    }
}

extension Event.Body {
    /// Whether it is of a kind or a version this program cannot read.
    package var isUnknown: Bool {
        if case .unknown = self { return true }
        return false
    }
}
