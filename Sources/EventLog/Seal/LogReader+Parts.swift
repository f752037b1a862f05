extension LogReader {
    /// The bytes of one segment.
    func segment(_ number: Int, of location: LogLocation) throws(LogError) -> [UInt8] {
        do throws(DiskError) {
            return try disk.readWhole(location.segmentPath(number))
        } catch {
            throw .disk(error)
        }
    }

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

    /// The leaf of one record, looked for from the end of the log, where it most often stands.
    ///
    /// Nil if no whole line of that number stands there.
    package func leaf(of record: Int, in location: LogLocation) throws(LogError) -> LogHash? {
        for number in stride(from: try segmentCount(of: location), through: 1, by: -1) {
            if let leaf = Self.leaf(of: record, in: try tail(of: number, of: location)) { return leaf }
        }
        for number in stride(from: try segmentCount(of: location), through: 1, by: -1) {
            if let leaf = Self.leaf(of: record, in: try segment(number, of: location)) { return leaf }
        }
        return nil
    }

    /// About the last 400 records of a segment.
    private static let tailLength = 2 * LogFormat.lineLimit

    private func tail(of number: Int, of location: LogLocation) throws(LogError) -> [UInt8] {
        do throws(DiskError) {
            let file = try disk.open(location.segmentPath(number), for: .reading)
            defer { disk.close(file) }
            let start = max(0, try disk.size(of: file) - Self.tailLength)
            var bytes = [UInt8](repeating: 0, count: Self.tailLength)
            let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DiskError) in
                try disk.read(file, into: UnsafeMutableRawBufferPointer(buffer), at: start)
            }
            return Array(bytes[..<count])
        } catch {
            throw .disk(error)
        }
    }

    private static func leaf(of record: Int, in bytes: [UInt8]) -> LogHash? {
        let mark = Array(#"{"n":\#(record),"#.utf8)
        var end = bytes.count
        while let feed = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) {
            let start = bytes[..<feed].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            if bytes[start..<feed].starts(with: mark), let found = self.record(at: start, in: bytes) {
                return found.leaf
            }
            end = feed
        }
        return nil
    }

    /// The record of the line that begins at `start`; nil if no whole one does.
    private static func record(at start: Int, in bytes: [UInt8]) -> LogRecord? {
        bytes.withUnsafeBufferPointer { buffer in
            let rest = UnsafeBufferPointer(rebasing: buffer[start...])
            guard let count = LogScanner.lineLength(of: rest) else { return nil }
            let line = UnsafeBufferPointer(rebasing: rest[..<count])
            guard let check = LineCheck(line), let envelope = EnvelopeReader.read(line) else { return nil }
            return ScannedLine(
                count: count,
                previous: check.previous,
                leaf: .leaf(of: UnsafeRawBufferPointer(line)),
                envelope: envelope
            ).record(in: bytes, at: start)
        }
    }
}
