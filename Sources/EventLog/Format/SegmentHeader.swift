/// What the first record of a segment after the first says: where the log stood, and why it goes on here.
///
/// Its `p` is the leaf of record `after`, so that the chain holds from the last good record on, over whatever is
/// lost or abandoned between. Records of an earlier segment beyond `after` were never acknowledged: their flush failed,
/// and they stand here again.
package struct SegmentHeader: Equatable, Sendable {
    package let log: LogHeader
    package let reason: SegmentReason
    /// The last record that this segment goes on from; -1 if none could be read.
    package let after: Int
    /// The ranges of records known to be lost when this segment began, as `5-7 12-12`.
    package let gap: String
    /// The `LogFinding.mark` of everything that was known to be wrong then.
    package let known: Set<String>

    package init(log: LogHeader, reason: SegmentReason, after: Int, gap: String = "", known: Set<String> = []) {
        self.log = log
        self.reason = reason
        self.after = after
        self.gap = gap
        self.known = known
    }

    var body: [UInt8] {
        var body = log.startedBody
        body.add("reason", reason.rawValue)
        body.add("after", String(after))
        if !gap.isEmpty { body.add("gap", gap) }
        if !known.isEmpty { body.add("known", known.sorted().joined(separator: " ")) }
        return body.finish()
    }

    /// Reads a segment's header record; nil if it is none.
    package init?(_ record: LogRecord) {
        guard record.kind == LogFormat.Kind.segment, let fields = RecordBody.texts(in: record.body),
            let log = LogHeader(fields: fields), let reason = fields["reason"].flatMap(SegmentReason.init),
            let after = fields["after"].flatMap({ Int($0) }), after >= -1, after < record.number
        else { return nil }
        self.init(
            log: log,
            reason: reason,
            after: after,
            gap: fields["gap"] ?? "",
            known: Set((fields["known"] ?? "").split(separator: " ").map { String($0) })
        )
    }
}
