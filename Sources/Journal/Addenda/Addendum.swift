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

extension Addendum {
    init?(_ record: LogRecord) {
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

    func draft(at now: ClockReading) -> RecordDraft {
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
