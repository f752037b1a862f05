/// What whole lines after a break say about the bytes that cannot be read.
///
/// A line carries `d`, the highest record known to be on disk when it was written. If a whole line after the
/// break has a `d` beyond the last good record, acknowledged data is gone and nothing may be cut; if not, the
/// bytes were never acknowledged (the reasoning of protocol-aware recovery, Alagappan et al., FAST 2018).
struct Evidence {
    /// Where the first whole line after the break begins.
    private(set) var firstLine: Int?
    /// The highest record proven to have been on disk; -1 if nothing is proven.
    private(set) var proven = -1
    /// Whether a whole line has a number that already stands in the good part.
    private(set) var repeatsNumber = false
    /// Whether a crash cannot have left this: the very record that is missing stands further on, or, after an
    /// earlier break, any whole line does.
    private(set) var isBeyondCrash = false

    /// Line beginnings tried in one stretch without LF, so that hostile bytes cost no more than a few hashes.
    private static let triesPerStretch = 64

    /// With `stopsAtFirstLine` only the next whole line is looked for, which keeps many breaks from costing the square.
    init(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, expecting next: Int, stopsAtFirstLine: Bool) {
        var start = offset
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            guard let count = LogScanner.lineLength(of: rest) else { return }
            look(in: UnsafeBufferPointer(rebasing: rest[..<count]), at: start, expecting: next)
            if stopsAtFirstLine, firstLine != nil {
                isBeyondCrash = true
                return
            }
            start += count + 1
        }
    }

    /// What unreadable bytes are, where record `next` was expected.
    func judgement(expecting next: Int) -> LogFinding.Class {
        if repeatsNumber { return .forked }
        return proven >= next || isBeyondCrash ? .damaged : .torn
    }

    /// Tries every place in a stretch where a line could begin: garbage may have swallowed the LF before it.
    private mutating func look(in stretch: UnsafeBufferPointer<UInt8>, at offset: Int, expecting next: Int) {
        var tries = 0
        var start = max(0, stretch.count - LogFormat.lineLimit)
        while start + LogFormat.trailerLength < stretch.count, tries < Self.triesPerStretch {
            defer { start += 1 }
            guard Self.beginsLine(stretch, at: start) else { continue }
            tries += 1
            let line = UnsafeBufferPointer(rebasing: stretch[start...])
            guard LineCheck(line) != nil, let envelope = EnvelopeReader.read(line) else { continue }
            if firstLine == nil { firstLine = offset + start }
            if let durable = envelope.durable { proven = max(proven, durable) }
            if envelope.number < next { repeatsNumber = true }
            if envelope.number == next { isBeyondCrash = true }
            return
        }
    }

    private static func beginsLine(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let mark: StaticString = #"{"n":"#
        for step in 0..<mark.utf8CodeUnitCount where bytes[index + step] != mark.utf8Start[step] { return false }
        return true
    }
}
