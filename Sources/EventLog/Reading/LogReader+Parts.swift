extension LogReader {
    /// The header of a log, read without the rest of it; nil if its first line is no header of this format.
    package func header(of location: LogLocation) throws(LogError) -> LogHeader? {
        let start: [UInt8]
        do throws(DiskError) {
            let file = try disk.open(location.segmentPath(1), for: .reading)
            defer { disk.close(file) }
            start = try disk.readWhole(file, limit: LogFormat.lineLimit + 1)
        } catch {
            throw error.isMissing ? .missing(path: location.segmentPath(1)) : .disk(error)
        }
        return Self.record(at: 0, in: start).flatMap { LogHeader($0) }
    }

    /// The record of the line that begins at `start`; nil if no whole one does.
    static func record(at start: Int, in bytes: [UInt8]) -> LogRecord? {
        bytes.withUnsafeBufferPointer { buffer in
            guard case .good(let line) = LogScanner.line(at: start, in: buffer) else { return nil }
            return line.record(in: bytes, at: start)
        }
    }
}
