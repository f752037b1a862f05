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
        for location in [home.stationLog, home.staffLog] where try isThere(location) { logs.append(location) }
        let ids = try home.sessions().ids
        for id in ids.reversed() {
            for location in [home.log(of: id), home.addendum(of: id)] where try isThere(location) {
                logs.append(location)
            }
        }
        let known = Set(knowledge.heads.keys).union(knowledge.sealed.keys)
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
            case _: return true
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
    /// The path as a person would name this log.
    package var printedPath: String { prefix.isEmpty ? directory : "\(directory)/\(prefix)" }
}
