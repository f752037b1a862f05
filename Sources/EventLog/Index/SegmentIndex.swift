/// Where every 64th event of a segment stands, so that one is found without reading what stands before it.
///
/// Nothing but a cache: it is built from the segment, believed only where the lines it leads to bear it out, and built
/// anew where they do not. It holds no sums of what stands between its entries, since skipping lines on the word of a
/// file that nobody signs could hide an event.
///
/// The file is `VIGILIDX`, then version and stride as 32 bits, then the number of entries as 64, the leaf of the line
/// the last entry leads to, three 64-bit words an entry, and the SHA-256 of all before. Numbers are little-endian.
package struct SegmentIndex: Equatable {
    /// One event's line in the segment.
    package struct Entry: Equatable {
        /// Where the line begins, in bytes.
        package var offset: Int
        package var number: Int
        package var event: Int
    }

    /// Never empty, in the order of the segment; the first leads to its first event, the last to its last.
    package let entries: [Entry]
    /// The leaf of the line that the last entry leads to.
    package let leaf: LogHash

    /// Events from one entry to the next: with 300 bytes a line, one read of 19 kB finds any event.
    static let stride = 64

    /// Segments up to this size, in bytes, are read as quickly as their index would be.
    static let worthwhile = 1 << 20

    var first: Entry { entries[0] }
    var last: Entry { entries[entries.count - 1] }

    package init(entries: [Entry], leaf: LogHash) {
        self.entries = entries
        self.leaf = leaf
    }

    /// Walks over a whole segment; nil if it is not one unbroken chain of lines with events counted one by one, or
    /// has no events.
    ///
    /// An unfinished line at the end is left out.
    init?(of segment: [UInt8]) {
        guard let walked = segment.withUnsafeBufferPointer({ Self.walk($0) }) else { return nil }
        self.init(entries: walked.0, leaf: walked.1)
    }

    private static func walk(_ buffer: UnsafeBufferPointer<UInt8>) -> ([Entry], LogHash)? {
        var entries: [Entry] = []
        var last: (entry: Entry, leaf: LogHash)?
        var walk = SegmentWalk(after: nil)
        while let line = walk.next(in: buffer) {
            guard let event = line.envelope.event else { continue }
            let entry = Entry(offset: walk.start, number: line.number, event: event)
            if event >= (entries.last?.event ?? event - stride) + stride { entries.append(entry) }
            last = (entry, line.leaf)
        }
        guard !walk.isIrregular, let last else { return nil }
        if entries.last != last.entry { entries.append(last.entry) }
        return (entries, last.leaf)
    }

    /// The last entry with no later event than `event`, else the first.
    func start(of event: Int) -> Entry {
        entries[max(0, firstPlace(after: event) - 1)]
    }

    /// The first entry with a later event than `event`; nil if there is none.
    func end(of event: Int) -> Entry? {
        let place = firstPlace(after: event)
        return place < entries.count ? entries[place] : nil
    }

    private func firstPlace(after event: Int) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].event <= event { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: The file

extension SegmentIndex {
    private static let magic = Array("VIGILIDX".utf8)
    private static let version: UInt32 = 1
    private static let headLength = 8 + 4 + 4 + 8 + 32
    private static let entryLength = 24
    private static let sumLength = 32

    /// Where the index of a segment is kept.
    package static func path(of segment: LogSegment) -> String {
        (segment.path.hasSuffix(".jsonl") ? String(segment.path.dropLast(6)) : segment.path) + ".idx"
    }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        var bytes = Self.magic
        bytes.append(littleEndian: Self.version)
        bytes.append(littleEndian: UInt32(Self.stride))
        bytes.append(littleEndian: UInt64(entries.count))
        bytes += leaf.bytes
        for entry in entries {
            for word in [entry.offset, entry.number, entry.event] { bytes.append(littleEndian: UInt64(word)) }
        }
        return bytes + LogHash(of: bytes).bytes
    }

    /// Reads the file's bytes; nil if they are not those of a whole index of this version.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= Self.headLength + Self.sumLength, bytes.starts(with: Self.magic),
            LogHash(of: Array(bytes.dropLast(Self.sumLength))).bytes.elementsEqual(bytes.suffix(Self.sumLength)),
            bytes.littleEndian(UInt32.self, at: 8) == Self.version,
            bytes.littleEndian(UInt32.self, at: 12) == UInt32(Self.stride),
            let leaf = LogHash(bytes: Array(bytes[24..<Self.headLength]))
        else { return nil }
        let count = (bytes.count - Self.headLength - Self.sumLength) / Self.entryLength
        guard count > 0, bytes.littleEndian(UInt64.self, at: 16) == UInt64(count),
            bytes.count == Self.headLength + count * Self.entryLength + Self.sumLength
        else { return nil }
        var entries: [Entry] = []
        for place in 0..<count {
            let words = (0..<3).map { word in
                bytes.littleEndian(UInt64.self, at: Self.headLength + place * Self.entryLength + 8 * word)
            }
            guard words.allSatisfy({ $0 <= UInt64(Int64.max / 2) }) else { return nil }
            let entry = Entry(offset: Int(words[0]), number: Int(words[1]), event: Int(words[2]))
            if let before = entries.last {
                guard before.offset < entry.offset, before.number < entry.number, before.event < entry.event else {
                    return nil
                }
            }
            entries.append(entry)
        }
        self.init(entries: entries, leaf: leaf)
    }
}

extension [UInt8] {
    fileprivate mutating func append<Word: FixedWidthInteger>(littleEndian word: Word) {
        Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate func littleEndian<Word: FixedWidthInteger>(_: Word.Type, at offset: Int) -> Word {
        withUnsafeBytes { Word(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Word.self)) }
    }
}
