/// What is to be recorded, before the log gives it its number and its place in the chain.
package struct RecordDraft: Hashable, Sendable {
    /// The event's own number `e`, dense within a session; nil for records that carry no session event.
    package var event: Int?
    /// The dotted kind, 1 to 64 of `A-Z a-z 0-9 _ .`; kinds that begin with `log.` are the log's own.
    package var kind: String
    /// The schema version of the body for this kind, from 1.
    package var version: Int
    package var utcMicros: Int64
    package var bootMicros: Int64
    /// Who: `staffId:role`, `device:ID` or `system`; up to 128 bytes without quotes, backslashes and control bytes.
    package var actor: String?
    /// The bytes of one JSON object without raw control bytes.
    package var body: [UInt8]

    package init(
        event: Int? = nil,
        kind: String,
        version: Int = 1,
        utcMicros: Int64,
        bootMicros: Int64,
        actor: String? = nil,
        body: [UInt8]
    ) {
        self.event = event
        self.kind = kind
        self.version = version
        self.utcMicros = utcMicros
        self.bootMicros = bootMicros
        self.actor = actor
        self.body = body
    }

    /// Throws if a line of this draft could not be read back as it was given.
    ///
    /// Whether the body is JSON throughout is its author's promise; only what would break the framing is looked at.
    func check() throws(LogError) {
        guard Self.isKind(kind) else { throw refusal("the kind must be 1 to 64 of A-Z a-z 0-9 _ .") }
        guard (1...LogFormat.largestNumber).contains(version) else { throw refusal("the version must be 1 or more") }
        guard UTCTimestamp.representableMicros.contains(utcMicros) else {
            throw refusal("the year must be within 0000 to 9999")
        }
        guard (0...LogFormat.largestNumber).contains(Int(bootMicros)) else {
            throw refusal("the boot clock must be within 0 and 2^53")
        }
        guard (0...LogFormat.largestNumber).contains(event ?? 0) else {
            throw refusal("the event number must be within 0 and 2^53")
        }
        if let actor, !Self.isActor(actor) {
            throw refusal("the actor must be 1 to \(LogFormat.actorLimit) bytes without quotes and control bytes")
        }
        guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}"), body.count >= 2 else {
            throw refusal("the body must be a JSON object")
        }
        guard body.allSatisfy({ $0 >= 0x20 }) else { throw refusal("the body must hold no raw control bytes") }
        guard body.count <= LogFormat.bodyLimit else {
            throw .recordTooLarge(kind: kind, byteCount: body.count, limit: LogFormat.bodyLimit)
        }
    }

    private func refusal(_ reason: String) -> LogError {
        .unwritable(kind: kind, reason: reason)
    }

    private static func isKind(_ kind: String) -> Bool {
        (1...64).contains(kind.utf8.count) && kind.utf8.allSatisfy(EnvelopeReader.isKindByte)
    }

    private static func isActor(_ actor: String) -> Bool {
        (1...LogFormat.actorLimit).contains(actor.utf8.count) && actor.utf8.allSatisfy(EnvelopeReader.isActorByte)
    }
}
