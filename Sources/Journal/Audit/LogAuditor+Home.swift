package import EventLog

extension LogAuditor {
    /// What an audit of a whole home says of one of its logs.
    package struct Entry: Sendable {
        package let path: String
        package let result: Result<LogAudit, LogError>
    }

    /// Audits every log of the home, the station's own first; logs that are known and not there are among them.
    package func auditAll(in home: JournalHome) throws(DiskError) -> [Entry] {
        var logs: [LogLocation] = []
        let ids = try home.sessions().ids
        // A station has a journal before it has a session.
        if try isThere(home.stationLog) || !ids.isEmpty { logs.append(home.stationLog) }
        if try isThere(home.staffLog) { logs.append(home.staffLog) }
        for id in ids.reversed() {
            for location in [home.log(of: id), home.addendum(of: id)] where try isThere(location) {
                logs.append(location)
            }
        }
        let known = Set(knowledge.heads.keys).union(knowledge.sealed.keys).union(knowledge.opened)
        let there = Set(logs.map(\.journalName))
        for name in known.subtracting(there).sorted() {
            if let location = Self.location(of: name, in: home) { logs.append(location) }
        }
        return logs.map { location in
            do throws(LogError) {
                return Entry(path: location.printedPath, result: .success(try audit(location)))
            } catch {
                return Entry(path: location.printedPath, result: .failure(error))
            }
        }
    }

    /// Whether there is a log that is more than a creation that never ended.
    private func isThere(_ location: LogLocation) throws(DiskError) -> Bool {
        do throws(LogError) {
            return try !LogReader(disk: disk).segments(of: location).isEmpty
        } catch {
            switch error {
            case .disk(let error): throw error
            case .missing: return try disk.item(at: location.sealPath) != nil
            case .failed, .closed, .ended, .inUse, .existing, .foreign, .newerFormat, .damaged, .unwritable,
                .recordTooLarge:
                return true
            }
        }
    }

    private static func location(of name: String, in home: JournalHome) -> LogLocation? {
        if name == StationKnowledge.staffName { return home.staffLog }
        let parts = name.split(separator: "/")
        guard let first = parts.first, let id = SessionID(text: String(first)) else { return nil }
        return parts.count > 1 ? home.addendum(of: id) : home.log(of: id)
    }
}

extension LogLocation {
    /// The path as a person names this log to a command: its folder, or the first file of one that shares its folder.
    package var printedPath: String { prefix.isEmpty ? directory : segmentPath(1) }
}
