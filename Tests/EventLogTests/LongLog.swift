import EventLog
import Testing
import TestSupport

/// A log long enough that an index and several threads are worth it.
enum LongLog {
    static let events = 9000

    /// The files of a log in three segments, the first two with more in them than is read without an index.
    static let files: Result<[(path: String, bytes: [UInt8])], any Error> = Result {
        let disk = FaultyDisk()
        let writer = try LogWriter.create(
            at: LogFixture.location,
            header: LogFixture.header,
            moment: LogFixture.moment,
            disk: disk,
            segmentLimit: 1_400_000
        )
        for start in stride(from: 0, to: events, by: 60) {
            try writer.append(LogFixture.drafts(start..<start + 60, padding: start % 97))
        }
        writer.close()
        return disk.files.sorted().compactMap { path in disk.contents(path).map { (path, $0) } }
    }

    static func disk() throws -> FaultyDisk {
        let disk = FaultyDisk()
        try disk.makeDirectories(LogFixture.location.directory)
        for file in try files.get() { disk.place(file.path, file.bytes) }
        return disk
    }

    /// What can happen to it, all of it between events 2000 and 7000.
    static let harms: [(name: String, harm: @Sendable (FaultyDisk) throws -> Void)] = [
        ("a missing segment", { try $0.remove(LogFixture.location.segmentPath(1)) }),
        ("a segment that is gone between others", { try $0.remove(LogFixture.location.segmentPath(2)) }),
        ("a flipped bit among the events", { disk in try change(disk, 1) { $0[middle(of: $0, 4050)] ^= 1 } }),
        ("a line that is gone", { disk in try change(disk, 1) { cutLine(of: &$0, 4050) } }),
        ("another header", { disk in try change(disk, 2) { $0[20] ^= 1 } }),
        ("a segment in place of another", { disk in try change(disk, 2) { $0 = try files.get()[2].bytes } }),
    ]

    private static func change(_ disk: FaultyDisk, _ segment: Int, _ body: (inout [UInt8]) throws -> Void) throws {
        let path = LogFixture.location.segmentPath(segment)
        var bytes = try #require(disk.contents(path))
        try body(&bytes)
        disk.place(path, bytes)
    }

    private static func line(of bytes: [UInt8], _ event: Int) -> Range<Int> {
        let mark = Array("\"e\":\(event),".utf8)
        let place = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
        let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return start..<(bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
    }

    private static func middle(of bytes: [UInt8], _ event: Int) -> Int { line(of: bytes, event).lowerBound + 90 }

    private static func cutLine(of bytes: inout [UInt8], _ event: Int) { bytes.removeSubrange(line(of: bytes, event)) }
}
