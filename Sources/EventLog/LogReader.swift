/// Reads logs without changing them.
package struct LogReader: Sendable {
    let disk: any Disk

    package init(disk: any Disk) {
        self.disk = disk
    }

    /// Reads a log named by its directory or by one of its segment files.
    ///
    /// Damage is reported in the result. A file that is no log, or one of a later format, is refused. A log that
    /// is being written at this moment may end in a `torn` finding: its last batch is on the way.
    package func read(_ path: String) throws(LogError) -> LogContents {
        try read(location(of: path))
    }

    /// Reads the log at `location`.
    package func read(_ location: LogLocation) throws(LogError) -> LogContents {
        try scan(location, keepsRecords: true).contents()
    }

    /// The log a path on the command line means.
    package func location(of path: String) throws(LogError) -> LogLocation {
        if path.count > 1, path.hasSuffix("/") { return try location(of: String(path.dropLast())) }
        switch try access({ () throws(DiskError) in try disk.item(at: path) }) {
        case .directory: return LogLocation(directory: path)
        case .file, .other:
            guard let location = LogLocation(segmentPath: path) else {
                throw .foreign(path: path, reason: "segments are named like 000001.jsonl")
            }
            return location
        case nil: throw .missing(path: path)
        }
    }

    func scan(_ location: LogLocation, keepsRecords: Bool) throws(LogError) -> ScannedLog {
        let count = try segmentCount(of: location)
        var scanner = LogScanner(keepsRecords: keepsRecords)
        var lastBytes: [UInt8] = []
        for number in 1...count {
            let path = location.segmentPath(number)
            lastBytes = try access { () throws(DiskError) in
                let file = try disk.open(path, for: .reading)
                defer { disk.close(file) }
                if number == 1 { return try self.firstSegment(file) }
                return try disk.readWhole(file)
            }
            if number == 1 { try Self.checkFormat(of: lastBytes, path: path) }
            scanner.scan(lastBytes, path: path)
        }
        return ScannedLog(location: location, scanner: scanner, lastNumber: count, lastBytes: lastBytes)
    }

    /// A file that does not begin like a log is not read further: it may be of any size.
    private func firstSegment(_ file: DiskFile) throws(DiskError) -> [UInt8] {
        let start = try disk.readWhole(file, limit: LogFormat.lineLimit)
        guard Self.formatName(in: start) != nil else { return start }
        return try disk.readWhole(file)
    }

    /// How many segments the log has, all of them there.
    func segmentCount(of location: LogLocation) throws(LogError) -> Int {
        let names: [String]
        do throws(DiskError) {
            names = try disk.list(location.directory)
        } catch {
            throw error.isMissing ? .missing(path: location.directory) : .disk(error)
        }
        let numbers = Set(names.compactMap { location.segmentNumber(of: $0) })
        guard let last = numbers.max() else { throw .missing(path: location.segmentPath(1)) }
        for number in 1...last where !numbers.contains(number) {
            throw .foreign(path: location.segmentPath(number), reason: "this segment is missing, a later one is there")
        }
        return last
    }

    /// Throws unless the first line names the format this program reads.
    private static func checkFormat(of bytes: [UInt8], path: String) throws(LogError) {
        guard let name = formatName(in: bytes) else {
            throw .foreign(path: path, reason: bytes.isEmpty ? "it is empty" : "its first line names no log format")
        }
        guard name == LogFormat.name else { throw .newerFormat(path: path, format: name) }
    }

    /// The value of `fmt` in the first line, if it is of our family of formats; the line itself may be damaged.
    private static func formatName(in bytes: [UInt8]) -> String? {
        let line = bytes.prefix(LogFormat.lineLimit).prefix { $0 != UInt8(ascii: "\n") }
        guard line.starts(with: #"{"n":0,"#.utf8) else { return nil }
        let mark = Array(#""fmt":"\#(LogFormat.family)"#.utf8)
        var index = line.startIndex
        while index + mark.count <= line.endIndex {
            if line[index] == mark[0], line[index...].starts(with: mark) {
                let version = line[(index + mark.count)...].prefix { $0 != UInt8(ascii: "\"") && $0 > 0x20 }.prefix(16)
                return LogFormat.family + String(decoding: version, as: UTF8.self)
            }
            index += 1
        }
        return nil
    }

    private func access<Value>(_ body: () throws(DiskError) -> Value) throws(LogError) -> Value {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .disk(error)
        }
    }
}
