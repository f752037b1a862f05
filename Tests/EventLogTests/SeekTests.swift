import EventLog
import Synchronization
import Testing
import TestSupport

/// Finding events in a long log by its indexes: always just what reading the whole log finds, or nothing.
@Suite struct `Seeking` {
    private static func found(_ events: ClosedRange<Int>, on disk: any Disk) throws -> [Int]? {
        try LogReader(disk: disk).records(events: events, of: LogFixture.location)?.map { try #require($0.event) }
    }

    private static func indexPath(_ segment: Int) -> String {
        SegmentIndex.path(of: LogSegment(number: segment, path: LogFixture.location.segmentPath(segment)))
    }

    @Test func `finds in any range the records that the whole log has there`() throws {
        let disk = try LongLog.disk()
        let all = try LogReader(disk: disk).read(LogFixture.location).records.filter { $0.event != nil }
        #expect(disk.files.count == 3 && all.count == LongLog.events)
        var random = SeededRandom("Seeking")
        for turn in 0..<60 {
            let low = Int.random(in: 0..<LongLog.events + 200, using: &random)
            let high = turn % 3 == 0 ? Int.random(in: low..<LongLog.events + 400, using: &random) : low + turn * 7
            let found = try LogReader(disk: disk).records(events: low...high, of: LogFixture.location)
            let expected = all[min(low, all.count)..<min(high + 1, all.count)]
            let isSame = found.map { $0.elementsEqual(expected) { $0.leaf == $1.leaf && $0.body == $1.body } } ?? false
            #expect(isSame, "VIGIL_SEED=\(random.seed) events \(low) to \(high)")
        }
        #expect(disk.files.filter { $0.hasSuffix(".idx") }.sorted() == [1, 2].map { Self.indexPath($0) })
    }

    @Test func `reads a small part of the log`() throws {
        let disk = CountedReads(underlying: try LongLog.disk())
        _ = try Self.found(5000...5010, on: disk)
        let before = disk.bytes

        #expect(try Self.found(5000...5010, on: disk) == Array(5000...5010))

        let size = try LongLog.files.get().reduce(0) { $0 + $1.bytes.count }
        #expect(disk.bytes - before < size / 6, "of \(size) bytes")
    }

    @Test func `takes the lines that were written after the index`() throws {
        let disk = try LongLog.disk()
        let first = try #require(disk.contents(LogFixture.path))
        let part = first.prefix(1_200_000).lastIndex(of: UInt8(ascii: "\n")).map { Array(first[...$0]) } ?? []
        for segment in 2...3 { try disk.remove(LogFixture.location.segmentPath(segment)) }
        disk.place(LogFixture.path, part + Array(#"{"n":77,"an unfinished write"#.utf8))
        let whole = try #require(try Self.found(0...(.max), on: disk))
        disk.place(LogFixture.path, first)
        let index = disk.contents(Self.indexPath(1))

        let found = try #require(try Self.found(whole.count - 5...(.max), on: disk))

        #expect(found.first == whole.count - 5 && found.count > 100)
        #expect(disk.contents(Self.indexPath(1)) == index, "an index that fits is kept")
    }

    /// What can be wrong with an index: what it holds now, given what it should hold and the one of another segment.
    private static let wrongs: [(name: String, change: @Sendable (SegmentIndex, SegmentIndex) -> [UInt8]?)] = [
        ("is missing", { _, _ in nil }),
        ("is empty", { _, _ in [] }),
        ("is cut short", { index, _ in Array(index.bytes.dropLast(40)) }),
        ("has a flipped bit", { index, _ in index.bytes.enumerated().map { $0 == 900 ? $1 ^ 4 : $1 } }),
        ("is of a later version", { index, _ in summed(index.bytes.enumerated().map { $0 == 8 ? 2 : $1 }) }),
        ("claims more entries", { index, _ in summed(index.bytes.enumerated().map { $0 == 17 ? $1 + 1 : $1 }) }),
        ("is of another segment", { _, other in other.bytes }),
        ("leads into the middle of lines", { index, _ in moved(index) { $0.offset += 3 } }),
        ("names other events", { index, _ in moved(index) { $0.event += 1 } }),
        (
            "hides the first events",
            { index, _ in SegmentIndex(entries: Array(index.entries[5...]), leaf: index.leaf).bytes }
        ),
        (
            "is no index",
            { _, _ in Array("VIGILIDX and then some text that goes on for more than a hundred bytes, as it may".utf8) }
        ),
    ]

    /// The same bytes under a sum that fits them.
    private static func summed(_ bytes: [UInt8]) -> [UInt8] {
        let body = Array(bytes.dropLast(32))
        return body + LogHash(of: body).bytes
    }

    private static func moved(_ index: SegmentIndex, _ change: (inout SegmentIndex.Entry) -> Void) -> [UInt8] {
        var entries = index.entries
        for place in 0..<entries.count - 1 { change(&entries[place]) }
        return SegmentIndex(entries: entries, leaf: index.leaf).bytes
    }

    /// The indexes of its two long segments, built once.
    private static let indexes = Result {
        let disk = try LongLog.disk()
        _ = try found(0...0, on: disk)
        _ = try found(LongLog.events...LongLog.events, on: disk)
        return try (1...2).map { (path: indexPath($0), bytes: try #require(disk.contents(indexPath($0)))) }
    }

    @Test(arguments: wrongs.indices) func `R11: an index that does not fit is built again`(_ wrong: Int) throws {
        let disk = try LongLog.disk()
        for index in try Self.indexes.get() { disk.place(index.path, index.bytes) }
        let good = try (1...2).map { segment in
            let bytes = try #require(disk.contents(Self.indexPath(segment)))
            return try #require(SegmentIndex(bytes: bytes))
        }
        let (name, change) = Self.wrongs[wrong]
        let bytes = change(good[0], good[1])
        #expect(bytes != good[0].bytes)
        if let bytes { disk.place(Self.indexPath(1), bytes) } else { try disk.remove(Self.indexPath(1)) }

        for range in [0...3, 100...300, 2999...3001] {
            #expect(try Self.found(range, on: disk) == Array(range), "an index that \(name)")
        }
        #expect(disk.contents(Self.indexPath(1)) == good[0].bytes, "an index that \(name)")
    }

    @Test func `an index that cannot be written is done without`() throws {
        let disk = try LongLog.disk()
        let size = try LongLog.files.get().reduce(0) { $0 + $1.bytes.count }
        disk.setFaults(DiskFaults(spaceLimit: size))

        #expect(try Self.found(4000...4100, on: disk) == Array(4000...4100))
        #expect(disk.files.count == 3, "nothing half-written is left")
    }

    @Test(arguments: LongLog.harms.indices) func `says nothing where the chain is broken on the way`(_ harm: Int) throws
    {
        let disk = try LongLog.disk()
        _ = try Self.found(0...(.max), on: disk)
        try LongLog.harms[harm].harm(disk)

        #expect(try Self.found(2000...7000, on: disk) == nil, "\(LongLog.harms[harm].name)")
        #expect(try !LogReader(disk: disk).read(LogFixture.location).findings.isEmpty)
    }
}

/// A disk that counts the bytes it reads.
private final class CountedReads: ForwardingDisk {
    let underlying: any Disk
    private let count = Atomic<Int>(0)

    init(underlying: any Disk) {
        self.underlying = underlying
    }

    var bytes: Int { count.load(ordering: .relaxed) }

    func read(
        _ file: DiskFile,
        into buffer: UnsafeMutableRawBufferPointer,
        at offset: Int
    ) throws(DiskError) -> Int {
        let read = try underlying.read(file, into: buffer, at: offset)
        count.add(read, ordering: .relaxed)
        return read
    }
}
