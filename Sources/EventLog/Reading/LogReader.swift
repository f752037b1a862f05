import Glibc

/// Reads logs without changing them.
package struct LogReader: Sendable {
    let disk: any Disk
    /// Threads that verify a long log.
    let threads: Int

    /// As many threads as make a long log's check faster on this machine; a few leave the disk nothing to wait for.
    package static let processors = min(4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    package init(disk: any Disk, threads: Int = 1) {
        self.disk = disk
        self.threads = threads
    }

    /// Reads a log named by its directory or by one of its segment files.
    ///
    /// Damage is reported in the result. A file that is no log, or one of a later format, is refused. A log that
    /// is being written at this moment may end in a `torn` finding: its last batch is on the way.
    package func read(_ path: String) throws(LogError) -> LogContents {
        try read(location(of: path))
    }

    /// Reads the log at `location`, of which is known from elsewhere that it got as far as `head`.
    package func read(_ location: LogLocation, expecting head: LogHead? = nil) throws(LogError) -> LogContents {
        try scan(location, keepsRecords: true, expecting: head).contents()
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

    func scan(
        _ location: LogLocation,
        keepsRecords: Bool,
        keepsTree: Bool = false,
        expecting head: LogHead? = nil,
        onlyLast: Bool = false
    ) throws(LogError) -> ScannedLog {
        let segments = onlyLast ? try segments(of: location).suffix(1) : try segments(of: location)
        var wanted: Set<Int> = []
        for segment in segments.dropFirst() { if let after = try after(of: segment) { wanted.insert(after) } }
        wanted.formUnion(head?.marks.map(\.record) ?? [])
        var scanner = LogScanner(keepsRecords: keepsRecords, keepsTree: keepsTree, wanted: wanted)
        var last = SegmentBytes(segment: LogSegment(number: 0, path: ""), bytes: [])
        var number = 1
        if onlyLast, let only = segments.first {
            number = only.number
            scanner.trustEarlierSegments()
        }
        for segment in segments {
            if number < segment.number {
                scanner.miss(LogSegment(number: number, path: location.segmentPath(number)))
            }
            number = segment.number + 1
            last = try bytes(of: segment)
            try checkFormat(of: last, head: head)
            scanner.scan(last)
        }
        scanner.finish(expecting: head)
        return ScannedLog(location: location, scanner: scanner, last: last, head: head)
    }

    /// The segments that are there in order, at least one; numbers may be missing.
    package func segments(of location: LogLocation) throws(LogError) -> [LogSegment] {
        var found: [Int: LogSegment] = [:]
        for directory in [location.fallback, location.directory].compactMap(\.self) {
            do throws(DiskError) {
                for name in try disk.list(directory) {
                    guard let number = location.segmentNumber(of: name) else { continue }
                    found[number] = LogSegment(number: number, path: "\(directory)/\(name)")
                }
            } catch {
                guard error.isMissing else { throw .disk(error) }
                if directory == location.directory, found.isEmpty { throw .missing(path: directory) }
            }
        }
        guard !found.isEmpty else { throw .missing(path: location.segmentPath(1)) }
        return found.values.sorted { $0.number < $1.number }
    }

    /// Reads the log as it would be with other bytes in some of its segments.
    func read(
        _ location: LogLocation,
        replacing changes: [(name: String, bytes: [UInt8])]
    ) throws(LogError) -> LogContents {
        var segments: [Int: SegmentBytes] = [:]
        do throws(LogError) {
            for segment in try self.segments(of: location) { segments[segment.number] = try bytes(of: segment) }
        } catch {
            guard case .missing = error else { throw error }
        }
        for change in changes {
            guard let number = location.segmentNumber(of: change.name) else { continue }
            let segment = LogSegment(number: number, path: location.segmentPath(number))
            segments[number] = SegmentBytes(segment: segment, bytes: change.bytes)
        }
        let ordered = segments.values.sorted { $0.segment.number < $1.segment.number }
        let afters = ordered.dropFirst().compactMap {
            Self.record(at: 0, in: $0.bytes).flatMap { SegmentHeader($0) }?.after
        }
        var scanner = LogScanner(keepsRecords: true, wanted: Set(afters))
        for segment in ordered { scanner.scan(segment) }
        scanner.finish(expecting: nil)
        guard let last = ordered.last else { throw .missing(path: location.segmentPath(1)) }
        return try ScannedLog(location: location, scanner: scanner, last: last, head: nil).contents()
    }

    /// The records of all whole lines in some bytes, whatever stands between them.
    static func wholeLines(in bytes: [UInt8]) -> [LogRecord] {
        var records: [LogRecord] = []
        var start = 0
        while start < bytes.count {
            if let record = record(at: start, in: bytes) { records.append(record) }
            guard let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            start = feed + 1
        }
        return records
    }

    /// A file that does not begin like a log is not read further: it may be of any size.
    func bytes(of segment: LogSegment) throws(LogError) -> SegmentBytes {
        try access { () throws(DiskError) in try self.read(segment) }
    }

    private func read(_ segment: LogSegment) throws(DiskError) -> SegmentBytes {
        let file = try disk.open(segment.path, for: .reading)
        defer { disk.close(file) }
        guard try disk.size(of: file) > Self.probeLength else { return try readAround(file, segment, limit: nil) }
        let start = try readAround(file, segment, limit: Self.probeLength)
        guard formatName(in: start) != nil || hasWholeLine(start) else { return start }
        return try readAround(file, segment, limit: nil)
    }

    /// Bytes in which a log whose beginning is damaged must still show a whole line: sixteen of the longest.
    private static let probeLength = 16 * LogFormat.lineLimit

    /// Reads a file; where the disk fails, it is read around in steps of the size a disk loses at a time.
    private func readAround(_ file: DiskFile, _ segment: LogSegment, limit: Int?) throws(DiskError) -> SegmentBytes {
        do throws(DiskError) {
            return SegmentBytes(segment: segment, bytes: try disk.readWhole(file, limit: limit))
        } catch {
            guard error.isUnreadable else { throw error }
        }
        let fileSize = try disk.size(of: file)
        let size = min(fileSize, limit ?? fileSize)
        var bytes = [UInt8](repeating: 0, count: size)
        var unreadable: [Range<Int>] = []
        for start in stride(from: 0, to: size, by: Self.blockSize) {
            let range = start..<min(start + Self.blockSize, size)
            do throws(DiskError) {
                try fill(range, of: &bytes, from: file)
            } catch {
                guard error.isUnreadable else { throw error }
                if let before = unreadable.last, before.upperBound == range.lowerBound {
                    unreadable[unreadable.count - 1] = before.lowerBound..<range.upperBound
                } else {
                    unreadable.append(range)
                }
            }
        }
        return SegmentBytes(segment: segment, bytes: bytes, unreadable: unreadable)
    }

    private static let blockSize = 4096

    private func fill(_ range: Range<Int>, of bytes: inout [UInt8], from file: DiskFile) throws(DiskError) {
        var filled = range.lowerBound
        while filled < range.upperBound {
            let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DiskError) in
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<range.upperBound])
                return try disk.read(file, into: UnsafeMutableRawBufferPointer(rest), at: filled)
            }
            if count == 0 { return }
            filled += count
        }
    }

    /// The record that a later segment goes on from; nil if its header cannot be read.
    private func after(of segment: LogSegment) throws(LogError) -> Int? {
        try access { () throws(DiskError) in
            let file = try disk.open(segment.path, for: .reading)
            defer { disk.close(file) }
            let start = try readAround(file, segment, limit: LogFormat.lineLimit + 1).bytes
            return Self.record(at: 0, in: start).flatMap { SegmentHeader($0) }?.after
        }
    }

    /// Throws unless a segment is one of the format this program reads, be it a damaged one.
    private func checkFormat(of segment: SegmentBytes, head: LogHead?) throws(LogError) {
        let path = segment.segment.path
        if let name = formatName(in: segment) {
            // What the station wrote down was written in this format, whatever its first line says by now.
            guard name == LogFormat.name || head != nil else { throw .newerFormat(path: path, format: name) }
            return
        }
        // What the station wrote down, what the disk cannot read, and what still holds whole lines was a log.
        guard segment.segment.number == 1, head == nil, segment.unreadable.isEmpty, !hasWholeLine(segment) else {
            return
        }
        throw .foreign(path: path, reason: segment.bytes.isEmpty ? "it is empty" : "its first line names no log format")
    }

    private func hasWholeLine(_ segment: SegmentBytes) -> Bool {
        segment.bytes.prefix(Self.probeLength).withUnsafeBufferPointer { buffer in
            Evidence(in: buffer, from: 0, expecting: 0, stopsAtFirstLine: true).firstLine != nil
        }
    }

    /// The value of `fmt` in the first line, if it is of our family of formats; the line itself may be damaged.
    private func formatName(in segment: SegmentBytes) -> String? {
        let line = segment.bytes.prefix(LogFormat.lineLimit).prefix { $0 != UInt8(ascii: "\n") }
        guard line.starts(with: #"{"n":"#.utf8) else { return nil }
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

    func access<Value>(_ body: () throws(DiskError) -> Value) throws(LogError) -> Value {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .disk(error)
        }
    }
}
