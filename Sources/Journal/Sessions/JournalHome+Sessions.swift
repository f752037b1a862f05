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

    /// How many sessions' logs something holds of.
    func count(_ holds: (LogLocation) throws(DiskError) -> Bool) throws(DiskError) -> Int {
        var count = 0
        for id in try sessions().ids where try holds(log(of: id)) { count += 1 }
        return count
    }

    /// Opens every session that has not been ended, the newest first.
    ///
    /// A session that cannot be opened is reported with its path and left as it is; the others go on. One that was
    /// closed without being ended or sealed, because the station stopped in between, is left for `seal`. Several are
    /// opened at a time, since the file system merges their flushes; each protocol is parsed once or little more.
    /// `heads` is how far the logs had got by the station's journal: a session named there that is not in the home is
    /// reported too. `protocols` are bytes at hand, for a session whose kept copy is gone or altered.
    package func openSessions(
        at now: ClockReading,
        names: StationNames,
        heads: [String: LogHead] = [:],
        protocols: [LogHash: [UInt8]] = [:],
        parse: @escaping @Sendable ([UInt8]) throws -> InfusionProtocol,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(DiskError) -> OpenedSessions {
        let found = try sessions()
        let falseSeals = inParallel(found.ids) { putAsideSeal(of: $0, isKnown: heads[$0.text] != nil) }
        let parsed = ParsedProtocols(parse)
        let results = inParallel(found.ids) { id -> SessionAtStart in
            do throws(JournalError) {
                switch try state(of: id, isKnown: heads[id.text] != nil) {
                case .unborn, .sealed: return .ended
                case .ended: return .unsealed(id)
                case .open: break
                }
                let open = try SessionJournal.open(
                    id,
                    in: self,
                    at: now,
                    names: names,
                    expecting: heads[id.text],
                    protocols: protocols,
                    parse: parsed.parse,
                    onReport: onReport
                )
                guard open.folded.session.phase == .closed else { return .open(open) }
                try open.journal.finish(at: now)
                return .unsealed(id)
            } catch .unborn where heads[id.text] == nil {
                return .ended
            } catch {
                return .refused(.init(path: log(of: id).directory, reason: "\(error)"))
            }
        }
        let strangers = found.strangers.map { path in
            OpenedSessions.Refused(path: path, reason: "it is not a session: move it elsewhere")
        }
        let known = Set(found.ids.map(\.text))
        let missing = heads.keys.sorted().compactMap { name -> OpenedSessions.Refused? in
            guard let id = SessionID(text: name), let head = heads[name], !known.contains(name) else { return nil }
            return .init(
                path: log(of: id).directory,
                reason: "it is missing with \(head.event + 1) entries: bring it back from a copy with vigil repair"
            )
        }
        return OpenedSessions(
            open: results.compactMap(\.open),
            refused: missing + strangers + results.compactMap(\.refused),
            unsealed: results.compactMap(\.unsealed),
            falseSeals: falseSeals.compactMap(\.self),
            count: found.ids.count,
            missingCount: missing.count,
            newest: found.ids.first
        )
    }

    /// Takes what is no seal of a session out of its way: a patient must not vanish behind it.
    ///
    /// Looked at are sessions that the journal calls open, and those whose log has no end: a journal that was cut calls
    /// nothing open.
    private func putAsideSeal(of id: SessionID, isKnown: Bool) -> OpenedSessions.Refused? {
        let log = log(of: id)
        guard (try? disk.item(at: log.sealPath)) ?? nil != nil,
            isKnown || (try? SessionTail.isFinished(log, on: disk)) == false, !hasSeal(id)
        else { return nil }
        do throws(DiskError) {
            try log.keepAside(log.sealPath, on: disk)
            return .init(
                path: log.sealPath,
                reason: "it was no seal of this session and was put aside: vigil verify it"
            )
        } catch {
            return .init(path: log.sealPath, reason: "it is no seal of this session, \(error)")
        }
    }

    /// Whether a key of this home signed what stands there, and signed it for this session.
    private func hasSeal(_ id: SessionID) -> Bool {
        let reader = LogReader(disk: disk)
        guard let seal = try? reader.seal(of: log(of: id)), let header = try? reader.header(of: log(of: id)),
            let keys = try? StationKey.verifiers(in: keysPath, disk: disk).keys
        else { return false }
        return seal.isFor(log: header.logID) && (try? seal.note.signers(among: keys)) != nil
    }

    private enum LogState {
        /// The log was never begun: it has its name only once its first record is on disk.
        case unborn
        case open
        /// It was ended, and has no seal yet.
        case ended
        case sealed
    }

    /// What has to be done with a session, by a look that is cheap enough to take at every one ever held.
    ///
    /// Whether a sealed log is as it was sealed is for `HomeAudit`.
    private func state(of id: SessionID, isKnown: Bool) throws(JournalError) -> LogState {
        let log = log(of: id)
        do throws(DiskError) {
            // One that the journal calls open was sealed just before the station stopped: it is compared with its seal.
            if try disk.item(at: log.sealPath) != nil { return isKnown ? .ended : .sealed }
            if !isKnown, try disk.item(at: log.segmentPath(1)) == nil { return .unborn }
        } catch {
            throw .log(.disk(error))
        }
        do throws(LogError) {
            return try SessionTail.isFinished(log, on: disk) ? .ended : .open
        } catch {
            throw .log(error)
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
    func names(in path: String) throws(DiskError) -> [String] {
        do throws(DiskError) {
            return try disk.list(path).filter { !$0.hasPrefix(".") }
        } catch {
            guard error.isMissing else { throw error }
            return []
        }
    }
}
