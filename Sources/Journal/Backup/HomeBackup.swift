import EventLog

/// Copies of a whole home: made while the station runs, verified before they count, brought back only to an empty place.
package enum HomeBackup {
    /// What a copy came to.
    package struct Report: Sendable {
        package let fileCount: Int
        package let byteCount: Int
        package let logCount: Int
        /// What is wrong with the source, and so with its copy.
        package let problems: [String]
    }

    /// Copies a home to `destination`, which must not exist yet, and verifies the copy.
    ///
    /// The private key stays behind unless asked for: whoever holds the copy could sign with it.
    package static func make(
        of home: JournalHome,
        at destination: String,
        includesPrivateKey: Bool
    ) throws -> Report {
        let isHome =
            try home.disk.item(at: home.sessionsPath) != nil || home.disk.item(at: home.stationLog.directory) != nil
        guard isHome else { throw BackupError.notAHome(path: home.path) }
        try requireFree(destination, home.disk)
        guard !(destination + "/").hasPrefix(home.path + "/") else {
            throw BackupError.inside(path: destination, home: home.path)
        }
        // A disk that is not mounted leaves an empty folder, or none: a copy must not land beside what it is a copy of.
        let parent = home.disk.parent(of: destination)
        guard try home.disk.item(at: parent) == .directory else { throw BackupError.noFolder(path: parent) }
        return try copy(home, to: destination, includesPrivateKey: includesPrivateKey)
    }

    /// Brings a copy back as the home at `destination`, which must not exist or be empty.
    ///
    /// - Throws: if something in the copy was altered; then nothing is brought back. What is lost in it is told, and the
    ///   rest is brought back: it may be all there is.
    package static func restore(_ backup: JournalHome, to destination: String) throws -> Report {
        let entries = try audit(backup)
        guard !entries.isEmpty else { throw BackupError.notAHome(path: backup.path) }
        for entry in entries {
            guard let audit = try? entry.result.get(), audit.outcome == .forged else { continue }
            throw BackupError.forged(path: entry.path, reason: audit.problems.first ?? "")
        }
        try requireFree(destination, backup.disk)
        return try copy(backup, to: destination, includesPrivateKey: true)
    }

    private static func requireFree(_ destination: String, _ disk: any Disk) throws {
        switch try disk.item(at: destination) {
        case nil: return
        case .directory:
            guard try disk.list(destination).isEmpty else { throw BackupError.occupied(path: destination) }
        case .file, .other: throw BackupError.occupied(path: destination)
        }
    }

    private static func copy(_ home: JournalHome, to destination: String, includesPrivateKey: Bool) throws -> Report {
        let partial = destination + ".part"
        guard try home.disk.item(at: partial) == nil else { throw BackupError.unfinished(path: partial) }
        var copy = HomeCopy(of: home, to: partial, includesPrivateKey: includesPrivateKey)
        try copy.run()
        let entries = try audit(JournalHome(path: partial, disk: home.disk))
        var problems = problems(of: entries)
        if !problems.isEmpty {
            // What is wrong in both was wrong before; what is wrong in the copy alone is the copy's.
            let before = Self.problems(of: try audit(home))
            guard !before.isEmpty else { throw BackupError.differs(path: partial, reason: problems[0]) }
            problems = before
        }
        problems += copy.links
        try home.disk.rename(partial, to: destination)
        try home.disk.syncDirectory(home.disk.parent(of: destination))
        return Report(
            fileCount: copy.fileCount,
            byteCount: copy.byteCount,
            logCount: entries.count,
            problems: problems
        )
    }

    private static func audit(_ home: JournalHome) throws -> [LogAuditor.Entry] {
        try LogAuditor(home: home, disk: home.disk, trusted: []).auditAll(in: home)
    }

    private static func problems(of entries: [LogAuditor.Entry]) -> [String] {
        entries.flatMap { entry -> [String] in
            switch entry.result {
            case .success(let audit): audit.problems
            case .failure(let error): ["\(error)"]
            }
        }
    }
}
