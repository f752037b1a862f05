/// One line whose trailer and envelope have been verified, not yet its place in the chain.
struct ScannedLine {
    /// Bytes of the line without its LF.
    let count: Int
    let previous: LogHash
    let leaf: LogHash
    let envelope: EnvelopeReader.Envelope

    var number: Int { envelope.number }

    /// Whether the line, which begins at `offset` of `file`, ends its log.
    func isClosing<File: RandomAccessCollection>(in file: File, at offset: Int) -> Bool
    where File.Element == UInt8, File.Index == Int {
        let kind = envelope.kind
        guard kind.count == LogFormat.Kind.close.utf8.count else { return false }
        return file[offset + kind.lowerBound..<offset + kind.upperBound].elementsEqual(LogFormat.Kind.close.utf8)
    }

    /// The record, sharing the storage of `file`, in which the line begins at `offset`.
    func record(in file: [UInt8], at offset: Int) -> LogRecord {
        func text(_ range: Range<Int>) -> String {
            String(decoding: file[offset + range.lowerBound..<offset + range.upperBound], as: UTF8.self)
        }
        return LogRecord(
            number: envelope.number,
            event: envelope.event,
            kind: text(envelope.kind),
            version: envelope.version,
            utcMicros: envelope.utcMicros,
            bootMicros: envelope.bootMicros,
            durableRecord: envelope.durable,
            actor: envelope.actor.map(text),
            line: file[offset..<offset + count],
            leaf: leaf,
            bodyRange: offset + envelope.body.lowerBound..<offset + envelope.body.upperBound
        )
    }
}
