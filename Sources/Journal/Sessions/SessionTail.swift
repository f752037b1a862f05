package import EventLog
import JSON

/// A look at the end of a log, cheap enough to take at every session ever held.
package enum SessionTail {
    /// The last record of a finished log is shorter than this.
    private static let byteCount = 1024

    /// Whether the last line is the one that ends a log; what it says is believed only to leave the log alone.
    package static func isFinished(_ log: LogLocation, on disk: any Disk) throws(LogError) -> Bool {
        try end(of: log, on: disk) != nil
    }

    /// When a log was ended, by its own last line; nil for one that is not.
    static func finishedAtUTCMicros(_ log: LogLocation, on disk: any Disk) throws(LogError) -> Int64? {
        guard let line = try end(of: log, on: disk) else { return nil }
        return (try? JSON(parsing: Array(line)))?.object?["t"]?.string.flatMap { UTCTimestamp.micros($0) }
    }

    /// The line that ends a log; nil where the last is another.
    private static func end(of log: LogLocation, on disk: any Disk) throws(LogError) -> ArraySlice<UInt8>? {
        guard let segment = try LogReader(disk: disk).segments(of: log).last else { return nil }
        do throws(DiskError) {
            return try end(of: segment, on: disk)
        } catch {
            throw .disk(error)
        }
    }

    private static func end(of segment: LogSegment, on disk: any Disk) throws(DiskError) -> ArraySlice<UInt8>? {
        let file = try disk.open(segment.path, for: .reading)
        defer { disk.close(file) }
        let start = max(0, try disk.size(of: file) - byteCount)
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DiskError) in
            try disk.read(file, into: UnsafeMutableRawBufferPointer(buffer), at: start)
        }
        guard bytes[..<count].last == UInt8(ascii: "\n") else { return nil }
        let line = bytes[..<(count - 1)].split(separator: UInt8(ascii: "\n")).last ?? []
        let isEnd = line.drop { $0 != UInt8(ascii: ",") }.starts(with: #","k":"\#(LogFormat.Kind.close)","#.utf8)
        return isEnd ? line : nil
    }
}
