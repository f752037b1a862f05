package import EventLog
package import Session

extension JournalHome {
    /// All sessions, the newest first, and folders among them that are none.
    package func sessions() throws(DiskError) -> (ids: [SessionID], strangers: [String]) {
        var ids: [SessionID] = []
        var strangers: [String] = []
        for year in try folders(in: sessionsPath, digits: 4, &strangers) {
            for month in try folders(in: year, digits: 2, &strangers) {
                for day in try folders(in: month, digits: 2, &strangers) {
                    for name in try names(in: day) {
                        if let id = SessionID(text: name), "\(sessionsPath)/\(id.folder)" == "\(day)/\(name)" {
                            ids.append(id)
                        } else {
                            strangers.append("\(day)/\(name)")
                        }
                    }
                }
            }
        }
        return (ids.sorted(by: >), strangers)
    }

    /// Opens every session that has not been ended, the newest first.
    ///
    /// A session that cannot be opened is reported with its path and left as it is; the others go on. One that was
    /// closed without its log being ended, because the station stopped in between, is ended now. Several are opened
    /// at a time, since the file system merges their flushes; each protocol is parsed once or little more.
    package func openSessions(
        at now: ClockReading,
        names: StationNames,
        parse: @escaping @Sendable ([UInt8]) throws -> InfusionProtocol,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(DiskError) -> OpenedSessions {
        let found = try sessions()
        let parsed = ParsedProtocols(parse)
        let results = inParallel(found.ids) { id -> SessionAtStart in
            do throws(JournalError) {
                guard try !isEnded(id) else { return .ended }
                let open = try SessionJournal.open(
                    id,
                    in: self,
                    at: now,
                    names: names,
                    parse: parsed.parse,
                    onReport: onReport
                )
                guard open.folded.session.phase == .closed else { return .open(open) }
                try open.journal.finish(at: now)
                return .ended
            } catch {
                return .refused(.init(path: log(of: id).directory, reason: "\(error)"))
            }
        }
        let strangers = found.strangers.map { path in
            OpenedSessions.Refused(path: path, reason: "it is not a session: move it elsewhere")
        }
        return OpenedSessions(open: results.compactMap(\.open), refused: strangers + results.compactMap(\.refused))
    }

    /// Whether a session needs no opening: its log has been ended, or was never begun.
    ///
    /// A log has its name only once its first record is on disk; before that nothing was acknowledged.
    private func isEnded(_ id: SessionID) throws(JournalError) -> Bool {
        let log = log(of: id)
        do throws(DiskError) {
            guard try disk.item(at: log.segmentPath(1)) != nil else { return true }
            return try SessionTail.isFinished(log, on: disk)
        } catch {
            throw .log(.disk(error))
        }
    }

    private func folders(
        in path: String,
        digits: Int,
        _ strangers: inout [String]
    ) throws(DiskError) -> [String] {
        let names = try names(in: path)
        let isNumber = { (name: String) in name.utf8.count == digits && name.utf8.allSatisfy { (48...57).contains($0) }
        }
        strangers += names.filter { !isNumber($0) }.map { "\(path)/\($0)" }
        return names.filter(isNumber).sorted(by: >).map { "\(path)/\($0)" }
    }

    /// The names in a folder, without hidden ones; none if it is not there.
    private func names(in path: String) throws(DiskError) -> [String] {
        do throws(DiskError) {
            return try disk.list(path).filter { !$0.hasPrefix(".") }
        } catch {
            guard error.isMissing else { throw error }
            return []
        }
    }
}
