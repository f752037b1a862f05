package import EventLog
import JSON
package import Session

/// Turns events into records and back, key by key.
///
/// Nothing is derived from the names of Swift's types, so that renaming a type never changes what old logs mean.
/// The record's `t` is when the event was written, its `a` who wrote it; the body carries `observedAt` where the
/// event was true at another time, and `source` where it was not typed in by a person.
package enum EventCoding {
    static let observedAtKey = "observedAt"
    static let sourceKey = "source"

    /// The record of an event, `bootMicros` being the boot clock's reading at `event.at`.
    package static func encode(_ event: Event, bootMicros: Int64) -> RecordDraft {
        RecordDraft(
            event: event.number,
            kind: event.body.kind,
            version: event.body.schemaVersion,
            utcMicros: event.at.utcMicros,
            bootMicros: bootMicros,
            actor: AuthorCoding.encode(event.author),
            body: bytes(of: event)
        )
    }

    /// The event of a record that a log holds; `at` is the record's moment by the session's clock.
    package static func decode(_ record: LogRecord, number: Int, at moment: Moment) -> DecodedEvent {
        record.withBody { body in
            let content = Content(kind: record.kind, version: record.version, actor: record.actor, body: body)
            return decode(content, number: number, at: moment)
        }
    }

    /// The event of a record, whatever it holds: what cannot be read is kept raw, with the problems beside it.
    package static func decode(_ record: RecordDraft, number: Int, at moment: Moment) -> DecodedEvent {
        record.body.withUnsafeBufferPointer { body in
            let content = Content(kind: record.kind, version: record.version, actor: record.actor, body: body)
            return decode(content, number: number, at: moment)
        }
    }

    /// What of a record tells its event, the bytes of the body still where they were read.
    private struct Content {
        let kind: String
        let version: Int
        let actor: String?
        let body: UnsafeBufferPointer<UInt8>
    }

    private static func decode(_ record: Content, number: Int, at moment: Moment) -> DecodedEvent {
        var problems: [BodyProblem] = []
        let author = AuthorCoding.decode(record.actor, &problems)
        // What stands here is replaced by the body, or by the raw text where there is none to be had.
        var event = Event(number: number, at: moment, author: author, body: .criteriaMet)
        do throws(BodyProblem) {
            let fields = BodyReader(try object(of: record.body))
            event.observedAtMicros = try fields.timeIfPresent(observedAtKey)
            event.source = try fields.wordIfPresent(sourceKey, Source.self) ?? .manual
            event.body = decodeBody(kind: record.kind, version: record.version, fields, &problems)
            if event.body.isUnknown { event.body = raw(record) }
        } catch {
            event.body = raw(record)
            problems.append(error)
        }
        return DecodedEvent(event: event, problems: problems)
    }

    /// The body of a kind and version, or `unknown` with all of it where this program cannot read it.
    static func decodeBody(
        kind: String,
        version: Int,
        _ fields: BodyReader,
        _ problems: inout [BodyProblem]
    ) -> Event.Body {
        do throws(BodyProblem) {
            if version == 1, let body = try decodeKnown(kind, fields, &problems) { return body }
        } catch {
            problems.append(error)
        }
        return .unknown(kind: kind, version: version, raw: JSON.object(fields.object).text)
    }

    private static func bytes(of event: Event) -> [UInt8] {
        if case .unknown(_, _, let raw) = event.body { return Array(raw.utf8) }
        var object = encodeBody(event.body)
        if let observed = event.observedAtMicros, observed != event.at.utcMicros {
            object[observedAtKey] = .string(UTCTimestamp.text(observed))
        }
        if event.source != .manual { object[sourceKey] = .string(event.source.rawValue) }
        return JSON.object(object).bytes
    }

    private static func object(of body: UnsafeBufferPointer<UInt8>) throws(BodyProblem) -> JSONObject {
        do throws(JSONError) {
            if let object = try JSON(parsing: body).object { return object }
        } catch {
            throw BodyProblem(key: "", reason: "the body is not JSON, \(error)")
        }
        throw BodyProblem(key: "", reason: "the body is not a JSON object")
    }

    private static func raw(_ record: Content) -> Event.Body {
        .unknown(kind: record.kind, version: record.version, raw: String(decoding: record.body, as: UTF8.self))
    }
}
