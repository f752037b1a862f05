import EventLog

/// Copies a home, running or not, so that the copy is one that the station could have left behind at some moment.
///
/// The station's journal is copied first: what it says of the other logs is then no more than what they hold when they
/// are copied. A log that is being written is copied up to the end of its last whole line. Attachments come last, since
/// they are on disk before the record that names them.
struct HomeCopy {
    let source: JournalHome
    /// Where the copy grows; it gets its name when it is whole.
    let target: String
    let includesPrivateKey: Bool
    private(set) var fileCount = 0
    private(set) var byteCount = 0
    /// Links, which may lead anywhere and are not followed.
    private(set) var links: [String] = []

    private var disk: any Disk { source.disk }

    init(of source: JournalHome, to target: String, includesPrivateKey: Bool) {
        self.source = source
        self.target = target
        self.includesPrivateKey = includesPrivateKey
    }

    mutating func run() throws {
        try disk.makeDirectories(target)
        try copyLog(source.stationLog)
        try copyLog(source.staffLog)
        for id in try source.sessions().ids.reversed() { try copyLog(source.log(of: id)) }
        for folder in ["blobs", "protocols"] { try copyTree(folder) }
        for name in try names(in: "keys") where isCopied(key: name) {
            if try !passesOver("keys/\(name)") { try copy("keys/\(name)") }
        }
        for name in try names(in: "") where name.hasSuffix(".yaml") { try copy(name) }
        try syncDirectories(target)
    }

    private func isCopied(key name: String) -> Bool {
        name.hasSuffix(".vkey") || includesPrivateKey && name.hasSuffix(".key")
    }

    /// Copies a log's folder: its segments wherever they stand, seals, addenda and what was quarantined.
    private mutating func copyLog(_ log: LogLocation) throws {
        let folder = String(log.directory.dropFirst(source.path.count + 1))
        // A seal that is listed now is of a log that is whole now; one that comes later is left for the next copy.
        let names = try names(in: folder)
        let segments = try segments(of: log)
        for name in names where !segments.contains(where: { $0.path.hasSuffix("/\(name)") }) {
            let path = "\(folder)/\(name)"
            if try passesOver(path) { continue }
            switch try disk.item(at: "\(source.path)/\(path)") {
            case .directory: try copyTree(path)
            case .file where name.hasSuffix(".tmp") || name.hasSuffix(".idx"): break
            case .file where name.hasSuffix(".jsonl"): try copyLines("\(source.path)/\(path)", to: path)
            case .file: try copy(path)
            case .other, nil: break
            }
        }
        // After the seals and checkpoints, which then are of no more than what is copied.
        for segment in segments {
            let name = segment.path.split(separator: "/").last.map { String($0) } ?? segment.path
            try copyLines(segment.path, to: "\(folder)/\(name)")
        }
    }

    /// Whether a link stands there: copied as what it leads to, it would bring anything into the copy.
    private mutating func passesOver(_ path: String) throws(DiskError) -> Bool {
        guard try disk.isLink("\(source.path)/\(path)") else { return false }
        links.append("\(source.path)/\(path) is a link and was not copied: put the file itself there")
        return true
    }

    private func segments(of log: LogLocation) throws(LogError) -> [LogSegment] {
        do throws(LogError) {
            return try LogReader(disk: disk).segments(of: log)
        } catch {
            guard case .missing = error else { throw error }
            return []
        }
    }

    private mutating func copyTree(_ folder: String) throws {
        for name in try names(in: folder) {
            let path = "\(folder)/\(name)"
            if try passesOver(path) { continue }
            switch try disk.item(at: "\(source.path)/\(path)") {
            case .directory: try copyTree(path)
            case .file where !name.hasSuffix(".tmp"): try copy(path)
            case .file, .other, nil: break
            }
        }
    }

    /// What follows the last line feed is on its way and was not acknowledged.
    private mutating func copyLines(_ path: String, to name: String) throws {
        let bytes = try disk.readWhole(path)
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        try put(Array(bytes[..<end]), at: name, permissions: try permissions(path))
    }

    private mutating func copy(_ name: String) throws {
        let path = "\(source.path)/\(name)"
        try put(try disk.readWhole(path), at: name, permissions: try permissions(path))
    }

    private mutating func put(_ bytes: [UInt8], at name: String, permissions: UInt32) throws {
        let path = "\(target)/\(name)"
        if let slash = path.lastIndex(of: "/") { try disk.makeDirectories(String(path[..<slash])) }
        let file = try disk.open(path, for: .creating)
        defer { disk.close(file) }
        try disk.writeWhole(file, bytes)
        if permissions & 0o200 == 0 { try disk.protect(file) }
        try disk.sync(file)
        fileCount += 1
        byteCount += bytes.count
    }

    private func permissions(_ path: String) throws -> UInt32 {
        let file = try disk.open(path, for: .reading)
        defer { disk.close(file) }
        return try disk.permissions(of: file)
    }

    private func names(in folder: String) throws -> [String] {
        do throws(DiskError) {
            return try disk.list(folder.isEmpty ? source.path : "\(source.path)/\(folder)")
        } catch {
            guard error.isMissing else { throw error }
            return []
        }
    }

    private func syncDirectories(_ path: String) throws {
        for name in try disk.list(path) where try disk.item(at: "\(path)/\(name)") == .directory {
            try syncDirectories("\(path)/\(name)")
        }
        try disk.syncDirectory(path)
    }
}
