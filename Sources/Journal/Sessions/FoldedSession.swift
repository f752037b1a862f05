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
    /// Why the session stands without its protocol: its values are shown as they are, nothing is judged.
    package let protocolProblem: JournalError?

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
    ///
    /// The protocol is not needed for that: where it is missing, altered or not understood, the session says so.
    ///
    /// Nor is the opening, which says who the patient is: where it is lost or cannot be read, the rest is shown.
    ///
    /// - Parameters:
    ///   - home: where the protocol's bytes lie; nil for a log outside of a home.
    ///   - protocols: bytes that are at hand, should those in the home not be what their name says.
    package init(
        _ id: SessionID,
        _ contents: LogContents,
        in home: JournalHome?,
        protocols: [LogHash: [UInt8]] = [:],
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(JournalError) {
        let path = contents.location.description
        let records = try SessionRecords(contents)
        guard let clock = records.clock, let first = records.events.first else { throw .unborn(path: path) }
        var rules: InfusionProtocol?
        var protocolProblem: JournalError?
        do throws(JournalError) {
            let opening = try Self.opening(of: first, path: path)
            rules = try Self.rules(of: opening, path: path, in: home, protocols, parse: parse)
        } catch .notASession(let path, let reason) {
            throw .notASession(path: path, reason: reason)
        } catch {
            protocolProblem = error
        }
        self.protocolProblem = protocolProblem
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

    private static let repair = "bring the log back from a copy with vigil repair"

    /// The opening of a session.
    ///
    /// - Throws: `notASession` for another log; `unreadableProtocol` for a session whose opening is not to be had.
    private static func opening(of first: DecodedEvent, path: String) throws(JournalError) -> Opening {
        if case .sessionOpened(let opening) = first.event.body { return opening }
        if case .entryLost = first.event.body {
            throw .unreadableProtocol(path: path, reason: "the entry that names it is lost", cure: repair)
        }
        guard case .unknown("session.opened", _, _) = first.event.body else {
            throw .notASession(path: path, reason: "it begins with \(first.event.body.kind)")
        }
        let reason = first.problems.first.map { "\($0)" } ?? "it is of a later version"
        let what = "the entry that names it cannot be read, \(reason)"
        throw .unreadableProtocol(path: path, reason: what, cure: "open it with the version that wrote it")
    }

    private static func rules(
        of opening: Opening,
        path: String,
        in home: JournalHome?,
        _ protocols: [LogHash: [UInt8]],
        parse: ([UInt8]) throws -> InfusionProtocol
    ) throws(JournalError) -> InfusionProtocol {
        guard let name = LogHash(hex: opening.protocolSHA256) else {
            let what = "protocolSha256 is not 64 hexadecimal digits"
            throw .unreadableProtocol(path: path, reason: what, cure: repair)
        }
        guard let home else {
            let what = "the log lies outside of a station's folder"
            throw .unreadableProtocol(path: path, reason: what, cure: "look at it where the station keeps it")
        }
        let bytes: [UInt8]
        do throws(BlobError) {
            bytes = try home.blobs.get(name)
        } catch {
            guard let known = protocols[name] else { throw .blob(error) }
            bytes = known
        }
        do {
            return try parse(bytes)
        } catch {
            let cure = "open it with the version that wrote it"
            throw .unreadableProtocol(path: home.blobs.path(of: name), reason: "\(error)", cure: cure)
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
