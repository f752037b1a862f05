package import EventLog

/// A look at the end of a log, cheap enough to take at every session ever held.
package enum SessionTail {
    /// The last record of a finished log is shorter than this.
    private static let byteCount = 1024

    /// Whether the last line is the one that ends a log; what it says is believed only to leave the log alone.
    package static func isFinished(_ log: LogLocation, on disk: any Disk) throws(LogError) -> Bool {
        guard let segment = try LogReader(disk: disk).segments(of: log).last else { return false }
        do throws(DiskError) {
            return try isFinished(segment, on: disk)
        } catch {
            throw .disk(error)
        }
    }

    private static func isFinished(_ segment: LogSegment, on disk: any Disk) throws(DiskError) -> Bool {
        let file = try disk.open(segment.path, for: .reading)
        defer { disk.close(file) }
        let start = max(0, try disk.size(of: file) - byteCount)
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DiskError) in
            try disk.read(file, into: UnsafeMutableRawBufferPointer(buffer), at: start)
        }
        guard bytes[..<count].last == UInt8(ascii: "\n") else { return false }
        let line = bytes[..<(count - 1)].split(separator: UInt8(ascii: "\n")).last ?? []
        return line.drop { $0 != UInt8(ascii: ",") }.starts(with: #","k":"\#(LogFormat.Kind.close)","#.utf8)
    }
}
