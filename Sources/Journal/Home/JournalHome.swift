package import EventLog

/// The directory all logs of a station lie in, and the disk under it.
package struct JournalHome: Sendable {
    package let path: String
    package let disk: any Disk
    /// A directory on another disk, where logs go on when this one takes nothing any more; nil for none.
    package let fallback: String?

    package init(path: String, disk: any Disk, fallback: String? = nil) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.disk = disk
        self.fallback = fallback
    }

    /// The home that a session's log lies in, by the shape of its path; nil for a log somewhere else.
    package init?(of log: LogLocation, disk: any Disk) {
        let parts = log.directory.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 5, let id = SessionID(text: String(parts[parts.count - 1])) else { return nil }
        let suffix = "/sessions/\(id.folder)"
        guard log.directory.hasSuffix(suffix), log.directory.utf8.count > suffix.utf8.count else { return nil }
        self.init(path: String(log.directory.dropLast(suffix.count)), disk: disk)
    }

    /// The home a log of any kind lies in, by the shape of its path; nil for a log somewhere else.
    package init?(around log: LogLocation, disk: any Disk) {
        if let home = JournalHome(of: log, disk: disk) {
            self = home
            return
        }
        let parts = log.directory.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, ["staff", "station"].contains(parts[parts.count - 1]) else { return nil }
        let home = JournalHome(path: parts.dropLast().joined(separator: "/"), disk: disk)
        let isHome =
            (try? disk.item(at: home.stationLog.segmentPath(1))) == .file
            || (try? disk.item(at: home.sessionsPath)) == .directory
        guard isHome else { return nil }
        self = home
    }

    package var sessionsPath: String { "\(path)/sessions" }

    /// Where the log of a session stands.
    package func log(of id: SessionID) -> LogLocation { location("sessions/\(id.folder)") }

    /// Where later facts about a closed session stand.
    package func addendum(of id: SessionID) -> LogLocation { location("sessions/\(id.folder)", prefix: "addendum-") }

    /// Where the log of the staff stands.
    package var staffLog: LogLocation { location("staff") }

    /// Where the station's own journal stands.
    package var stationLog: LogLocation { location("station") }

    /// Where the station's keys stand.
    package var keysPath: String { "\(path)/keys" }

    /// The space that is given up when the disk is full.
    package var ballast: Ballast { Ballast(path: "\(path)/reserve.bin", disk: disk) }

    private func location(_ folder: String, prefix: String = "") -> LogLocation {
        LogLocation(directory: "\(path)/\(folder)", prefix: prefix, fallback: fallback.map { "\($0)/\(folder)" })
    }

    /// Protocols and other attachments, named by what is in them.
    package var blobs: BlobStore { BlobStore(root: "\(path)/blobs", disk: disk) }

    /// Keeps the bytes of a protocol and returns their SHA-256; they are on disk when this returns.
    ///
    /// To be called before the opening event that names them is written.
    package func putProtocol(_ bytes: [UInt8]) throws(BlobError) -> String {
        try blobs.put(bytes).hex
    }
}
