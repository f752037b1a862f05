package import EventLog

/// A look over a whole home for what a start does not open: whether all that the station's journal says was sealed is
/// there, and whether the journal itself is as it was written.
///
/// Sizes are compared, not contents: that is for `vigil verify`. Reads every file of the journal; it belongs on a
/// thread of its own.
package struct HomeAudit: Sendable {
    /// What is missing or altered, as sentences that name the path and the cure; empty if nothing is.
    package private(set) var problems: [String] = []
    /// How far the addenda of sealed sessions have got, by their names in the station's journal.
    package private(set) var addenda: [String: LogHead] = [:]

    /// Looks over a home.
    package init(_ home: JournalHome) {
        let contents: LogContents
        do throws(LogError) {
            contents = try LogReader(disk: home.disk).read(home.stationLog)
        } catch {
            problems = ["\(error)"]
            return
        }
        let knowledge = StationKnowledge(contents)
        problems = contents.damage.map { "\($0): compare it with a copy" }
        for sealed in knowledge.sealed.values.sorted(by: { $0.session < $1.session }) {
            if let problem = Self.problem(of: sealed, in: home) { problems.append(problem) }
            checkAddenda(of: sealed.session, knowledge, in: home)
        }
    }

    private mutating func checkAddenda(of session: String, _ knowledge: StationKnowledge, in home: JournalHome) {
        let name = StationKnowledge.addendumName(of: session)
        guard let id = SessionID(text: session) else { return }
        let location = home.addendum(of: id)
        do throws(LogError) {
            let contents = try LogReader(disk: home.disk).read(location, expecting: knowledge.heads[name])
            problems += contents.damage.map { "\($0): compare it with a copy" }
            if let last = contents.readable.last {
                addenda[name] = LogHead(
                    logID: contents.header.logID,
                    record: last.number,
                    event: contents.last.highestEvent,
                    leaf: last.leaf
                )
            }
        } catch {
            if case .missing = error, knowledge.heads[name] == nil { return }
            problems.append("\(location.printedPath): \(error)")
        }
    }

    private static func problem(of sealed: SealedLog, in home: JournalHome) -> String? {
        guard let id = SessionID(text: sealed.session) else { return nil }
        let log = home.log(of: id)
        let cure = "bring it back from a copy with vigil repair"
        do {
            let segments = try LogReader(disk: home.disk).segments(of: log)
            let size = try segments.reduce(0) { try $0 + home.disk.size(ofFileAt: $1.path) }
            if size != sealed.byteCount {
                return "\(log.directory) was sealed with \(sealed.byteCount) bytes and has \(size): \(cure)"
            }
            if try home.disk.item(at: log.sealPath) == nil { return "\(log.sealPath) is missing: \(cure)" }
            return nil
        } catch LogError.missing {
            return "\(log.directory) was sealed and is missing: \(cure)"
        } catch {
            return "\(error)"
        }
    }
}

extension StationKnowledge {
    /// All that a journal says.
    package init(_ contents: LogContents) {
        self.init()
        for record in contents.readable { take(record) }
    }

    /// Reads all of a home's journal; where there is none, nothing is known.
    package static func readIfThere(_ home: JournalHome) throws(LogError) -> StationKnowledge {
        do throws(LogError) {
            return try read(home)
        } catch {
            guard case .missing = error else { throw error }
            return StationKnowledge()
        }
    }

    /// Reads all of a home's journal without changing anything.
    package static func read(_ home: JournalHome) throws(LogError) -> StationKnowledge {
        StationKnowledge(try LogReader(disk: home.disk).read(home.stationLog))
    }
}
