import EventLog
import Journal
import Screens
import Session
import Settings

/// What a start found that the screens have to say.
extension Station {
    /// Says what of the clinic's protocol files could not be used.
    mutating func report(_ files: [SettingsError]) {
        guard let first = files.first else { return }
        let others = files.count > 1 ? " (and \(files.count - 1) more: vigil protocol check)" : ""
        let place = "\(first.file):\(first.line)"
        let detail = "\(first.problem): \(first.cure), then start the station again. \(place)\(others)"
        // Where no other is left, nobody can be checked in.
        _ = raise(.protocolRefused, detail, isGrave: facts.protocols.isEmpty)
    }

    /// Says which sessions could not be opened, and what is not as it was written in those that go on.
    mutating func report(_ opened: OpenedSessions) {
        reportRefused(opened.refused)
        reportDamage(opened.open.filter { !$0.damage.isEmpty })
        reportFalseSeals(opened.falseSeals)
        reportMissingProtocols(opened.open)
        reportCuts(opened.open.filter { $0.cut != nil })
    }

    private mutating func reportRefused(_ refused: [OpenedSessions.Refused]) {
        guard let first = refused.first else { return }
        let others = refused.count > 1 ? " (and \(refused.count - 1) more)" : ""
        _ = raise(.sessionNotOpened, first.sentence + others, isGrave: true)
    }

    /// Says where somebody put a file in the place of a seal; the sessions went on.
    private mutating func reportFalseSeals(_ falseSeals: [OpenedSessions.Refused]) {
        guard let first = falseSeals.first else { return }
        let others = falseSeals.count > 1 ? " (and \(falseSeals.count - 1) more)" : ""
        _ = raise(.falseSeal, "The session goes on: \(first.reason)\(others)", isGrave: true)
    }

    /// Says on every console which sessions have lost entries; they go on.
    private mutating func reportDamage(_ damaged: [OpenSession]) {
        guard let first = damaged.first else { return }
        let others = damaged.count > 1 ? " (and \(damaged.count - 1) more)" : ""
        _ = raise(.recordDamaged, Self.damage(of: first) + others, isGrave: true)
    }

    private static func damage(of open: OpenSession) -> String {
        let session = open.folded.session
        let lost = session.entries.count { $0.body == .entryLost }
        let entries =
            switch lost {
            case 0: "no entry is lost"
            case 1: "1 entry is lost"
            default: "\(lost) entries are lost"
            }
        let isAltered = open.damage.contains { $0.kind != .damaged }
        let what = isAltered ? "an entry is not as it was written" : entries
        let file = open.damage[0].path.split(separator: "/").suffix(2).joined(separator: "/")
        let isNothing = lost == 0 && !isAltered
        let act = isNothing ? "The session goes on" : "Chart it again from paper, the session goes on"
        return "\(name(session)): \(what). \(act); see \(file)"
    }

    /// Says which sessions are open without their protocol; the banner goes when the last of them is closed.
    private mutating func reportMissingProtocols(_ open: [OpenSession]) {
        for open in open {
            guard let problem = open.folded.protocolProblem else { continue }
            protocolProblems[open.folded.session.id] = "\(problem)"
        }
        nameMissingProtocols()
    }

    /// Names those who are still here; the banner goes with the last of them.
    mutating func nameMissingProtocols() {
        let without = stays.map(\.decided).filter { !$0.hasProtocol }
        guard let reason = without.compactMap({ protocolProblems[$0.id] }).first else {
            if faults.contains(where: { $0.headline == Headline.noProtocol.rawValue }) { clearFault(.noProtocol) }
            return
        }
        let names = without.sorted { Self.isMorePressing($0, $1) }.map(Self.name).joined(separator: ", ")
        let detail = "no alarms, limits or timers for \(names): watch them, and chart on paper beside it. \(reason)"
        _ = raise(.noProtocol, detail, isGrave: true)
    }

    /// Whoever is infused first, then whoever sits in a chair: a banner has room for two names.
    private static func isMorePressing(_ one: Session, _ other: Session) -> Bool {
        func place(_ session: Session) -> Int { session.phase == .dosing ? 0 : session.chair == nil ? 2 : 1 }
        return (place(one), one.id) < (place(other), other.id)
    }

    /// The chair and the name; of a patient whose opening is lost the session's id.
    private static func name(_ session: Session) -> String {
        [session.chair, session.patient?.name ?? session.id].compactMap(\.self).joined(separator: " ")
    }

    /// An entry that was being saved when the station stopped was never shown as saved; who made it may think it was.
    private mutating func reportCuts(_ cut: [OpenSession]) {
        let who = cut.map { Self.name($0.folded.session) }
        guard !who.isEmpty else { return }
        let detail =
            "\(who.joined(separator: ", ")): chart the last entry again, the stop came before it was saved"
        _ = raisePassing(.entryCutOff, detail)
    }
}

extension OpenedSessions.Refused {
    /// What was refused and why; a path that the reason names is not said twice.
    fileprivate var sentence: String {
        reason.contains(path) ? "Chart on paper. \(reason)" : "Chart on paper. \(path): \(reason)"
    }
}
