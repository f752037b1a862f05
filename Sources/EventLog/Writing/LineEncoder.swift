/// Formats records into one buffer that is used again for every batch.
package struct LineEncoder {
    /// The lines since the last `reset`, each with its LF.
    package private(set) var buffer: [UInt8] = []

    package init() {}

    mutating func reset() {
        buffer.removeAll(keepingCapacity: true)
    }

    /// Appends the line of `draft`, which has passed its check, and returns its leaf hash.
    @discardableResult
    package mutating func append(_ draft: RecordDraft, number: Int, durable: Int?, previous: LogHash) -> LogHash {
        let start = buffer.count
        append(#"{"n":"#, number)
        if let event = draft.event { append(#","e":"#, event) }
        append(#","k":""#)
        buffer.append(contentsOf: draft.kind.utf8)
        append(#"","t":""#)
        UTCTimestamp.append(draft.utcMicros, to: &buffer)
        append(#"","m":"#, Int(draft.bootMicros))
        if let durable { append(#","d":"#, durable) }
        append(#","v":"#, draft.version)
        if let actor = draft.actor {
            append(#","a":""#)
            buffer.append(contentsOf: actor.utf8)
            append(#"""#)
        }
        append(#","b":"#)
        buffer.append(contentsOf: draft.body)
        append(#","p":""#)
        previous.appendHex(to: &buffer, byteCount: 32)
        append(#"""#)
        let selfCheck = hash(from: start, LogHash.sha256)
        append(#","x":""#)
        selfCheck.appendHex(to: &buffer, byteCount: 8)
        append(#""}"#)
        precondition(buffer.count - start <= LogFormat.lineLimit, "a checked draft always fits into a line")
        let leaf = hash(from: start, LogHash.leaf)
        buffer.append(UInt8(ascii: "\n"))
        return leaf
    }

    /// Appends the lines of drafts, each following from the one before, and returns their leaf hashes.
    mutating func append(_ drafts: [RecordDraft], number: Int, durable: Int, previous: LogHash) -> [LogHash] {
        var leaves: [LogHash] = []
        leaves.reserveCapacity(drafts.count)
        for (index, draft) in drafts.enumerated() {
            leaves.append(
                append(draft, number: number + index, durable: durable, previous: leaves.last ?? previous)
            )
        }
        return leaves
    }

    private func hash(from start: Int, _ hash: (UnsafeRawBufferPointer) -> LogHash) -> LogHash {
        buffer.withUnsafeBytes { hash(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }

    private mutating func append(_ text: StaticString) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func append(_ text: StaticString, _ number: Int) {
        append(text)
        var digits = (0, 0, 0) as (UInt64, UInt64, UInt64)
        withUnsafeMutableBytes(of: &digits) { digits in
            var first = digits.count
            var rest = number.magnitude
            repeat {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            buffer.append(contentsOf: digits[first...])
        }
    }
}
