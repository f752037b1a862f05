package import EventLog

/// The directory all logs of a station lie in, and the disk under it.
package struct JournalHome: Sendable {
    package let path: String
    package let disk: any Disk

    package init(path: String, disk: any Disk) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.disk = disk
    }

    /// The home that a session's log lies in, by the shape of its path; nil for a log somewhere else.
    package init?(of log: LogLocation, disk: any Disk) {
        let parts = log.directory.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 5, let id = SessionID(text: String(parts[parts.count - 1])) else { return nil }
        let suffix = "/sessions/\(id.folder)"
        guard log.directory.hasSuffix(suffix), log.directory.utf8.count > suffix.utf8.count else { return nil }
        self.init(path: String(log.directory.dropLast(suffix.count)), disk: disk)
    }

    package var sessionsPath: String { "\(path)/sessions" }

    /// Where the log of a session stands.
    package func log(of id: SessionID) -> LogLocation {
        LogLocation(directory: "\(sessionsPath)/\(id.folder)")
    }

    /// Where the log of the staff stands.
    package var staffLog: LogLocation { LogLocation(directory: "\(path)/staff") }

    /// Protocols and other attachments, named by what is in them.
    package var blobs: BlobStore { BlobStore(root: "\(path)/blobs", disk: disk) }

    /// Keeps the bytes of a protocol and returns their SHA-256; they are on disk when this returns.
    ///
    /// To be called before the opening event that names them is written.
    package func putProtocol(_ bytes: [UInt8]) throws(BlobError) -> String {
        try blobs.put(bytes).hex
    }
}
