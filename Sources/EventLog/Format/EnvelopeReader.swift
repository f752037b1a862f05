import Glibc

/// Reads the keys around the body of one line; the body itself is skipped, not parsed.
///
/// The order of the keys is part of the format, so this is a walk from left to right that fails on the first
/// byte that is not as the writer would have written it.
struct EnvelopeReader {
    /// What stands before the body; texts are given by their place, since verification has no use for them.
    struct Envelope {
        var number: Int
        var event: Int?
        var kind: Range<Int>
        var utcMicros: Int64
        var bootMicros: Int64
        var durable: Int?
        var version: Int
        var actor: Range<Int>?
        var body: Range<Int>
    }

    private let line: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Reads a line whose trailer has been verified; nil if its envelope is malformed.
    static func read(_ line: UnsafeBufferPointer<UInt8>) -> Envelope? {
        var reader = EnvelopeReader(line: line)
        return reader.read()
    }

    private init(line: UnsafeBufferPointer<UInt8>) {
        self.line = line
    }

    private mutating func read() -> Envelope? {
        let end = line.count - LogFormat.trailerLength
        guard take(#"{"n":"#), let number = takeNumber() else { return nil }
        var event: Int?
        if take(#","e":"#) {
            event = takeNumber()
            if event == nil { return nil }
        }
        guard take(#","k":""#), let kind = takeText(limit: 64, where: Self.isKindByte) else { return nil }
        guard take(#","t":""#), position + UTCTimestamp.length <= end,
            let utcMicros = UTCTimestamp.micros(slice(position..<position + UTCTimestamp.length))
        else { return nil }
        position += UTCTimestamp.length
        guard take(#"","m":"#), let bootMicros = takeNumber() else { return nil }
        var durable: Int?
        if take(#","d":"#) {
            // What was on disk when a line was written stands before it.
            guard let found = takeNumber(), found < number else { return nil }
            durable = found
        }
        guard take(#","v":"#), let version = takeNumber() else { return nil }
        var actor: Range<Int>?
        if take(#","a":""#) {
            actor = takeText(limit: LogFormat.actorLimit, where: Self.isActorByte)
            if actor == nil { return nil }
        }
        guard take(#","b":"#), position + 2 <= end, line[position] == UInt8(ascii: "{"),
            line[end - 1] == UInt8(ascii: "}")
        else { return nil }
        return Envelope(
            number: number,
            event: event,
            kind: kind,
            utcMicros: utcMicros,
            bootMicros: Int64(bootMicros),
            durable: durable,
            version: version,
            actor: actor,
            body: position..<end
        )
    }

    static func isKindByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    static func isActorByte(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: line[range])
    }

    @inline(__always) private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= line.count, let start = line.baseAddress,
            memcmp(start + position, text.utf8Start, count) == 0
        else { return false }
        position += count
        return true
    }

    /// A whole number as the writer writes it: digits alone, no leading zero, within what JSON holds exactly.
    @inline(__always)
    private mutating func takeNumber() -> Int? {
        let start = position
        var value = 0
        while position < line.count, position - start <= 16 {
            let digit = line[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            // At most 17 digits come here: they cannot overflow.
            value = value &* 10 &+ Int(digit)
            position &+= 1
        }
        let count = position - start
        guard (1...16).contains(count), count == 1 || line[start] != UInt8(ascii: "0"),
            value <= LogFormat.largestNumber
        else { return nil }
        return value
    }

    /// Text up to its closing quote, which is taken too.
    private mutating func takeText(limit: Int, where isAllowed: (UInt8) -> Bool) -> Range<Int>? {
        let start = position
        while position < line.count, isAllowed(line[position]) { position += 1 }
        guard (1...limit).contains(position - start), position < line.count, line[position] == UInt8(ascii: "\"")
        else { return nil }
        defer { position += 1 }
        return start..<position
    }
}
