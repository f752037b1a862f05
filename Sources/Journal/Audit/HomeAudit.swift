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
        let cure = "repair it from a copy with vigil repair"
        let faults = contents.damage.map(\.description) + knowledge.contradictions + knowledge.damage
        problems = faults.map { "the station's journal: \($0): \(cure)" }
        for session in knowledge.opened.sorted() where knowledge.sealed[session] == nil {
            guard let id = SessionID(text: session), (try? home.disk.item(at: home.log(of: id).directory)) == nil
            else { continue }
            problems.append("\(home.log(of: id).directory) was opened and is missing: bring it back with vigil repair")
        }
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
            guard let contents = try AddendumLog.read(id, in: home, expecting: knowledge.heads[name]) else { return }
            problems += contents.damage.map { "\($0): repair it from a copy with vigil repair" }
            if contents.isAtLeast(knowledge.heads[name]) { addenda[name] = contents.head }
        } catch {
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
