import EventLog
import Journal
import Screens
import Session

extension Station {
    static let spaceLow = "DISK NEARLY FULL"
    static let journalNotWritten = "STATION JOURNAL NOT WRITTEN"
    static let notSealed = "NOT SEALED"
    static let recordsMissing = "RECORDS MISSING OR ALTERED"
    static let recordDamaged = "RECORD DAMAGED"
    static let sessionNotOpened = "SESSION NOT OPENED"
    static let staffNotAdded = "STAFF CANNOT BE ADDED"
    static let staffDamaged = "STAFF LOG DAMAGED"
    static let clockSet = "CLOCK WAS SET"
    static let falseSeal = "FALSE SEAL PUT ASIDE"
    static let entryCutOff = "ENTRY CUT OFF"
    static let noProtocol = "PROTOCOL CANNOT BE READ"
    /// How long a warning stands that nobody can mend: a nurse has been at each chair by then.
    private static let passingMicros = 10 * Micros.perMinute

    /// The faults in the order a nurse must know of them: a small screen has a row for two.
    private static let order = [
        notRecording, homeNotWritable, recordDamaged, sessionNotOpened, noProtocol, entryCutOff, falseSeal,
        staffDamaged,
        staffNotAdded, recordsMissing, spaceLow, notSealed, journalNotWritten,
    ]

    var orderedFaults: [Fault] {
        faults.enumerated().sorted { left, right in
            let ranks = [left, right].map { Self.order.firstIndex(of: $0.element.headline) ?? Self.order.count }
            return (ranks[0], left.offset) < (ranks[1], right.offset)
        }.map(\.element)
    }

    mutating func takeSpace(isLow: Bool) -> [StationEffect] {
        guard isLow else {
            clearFault(Self.spaceLow)
            return []
        }
        let detail = "entries are still saved, from a reserve: free space on this disk now"
        return raise(Fault(headline: Self.spaceLow, detail: detail, isGrave: true))
    }

    mutating func takeProblem(_ problem: String?, _ headline: String, _ meaning: String) -> [StationEffect] {
        guard let problem else {
            if faults.contains(where: { $0.headline == headline }) { clearFault(headline) }
            return []
        }
        return raise(Fault(headline: headline, detail: "\(meaning), it is tried again. \(problem)", isGrave: false))
    }

    mutating func takeAudit(_ problems: [String]) -> [StationEffect] {
        guard let first = problems.first else { return [] }
        let others = problems.count > 1 ? " (and \(problems.count - 1) more: vigil verify)" : ""
        return raise(Fault(headline: Self.recordsMissing, detail: first + others, isGrave: true))
    }

    /// Says where somebody put a file in the place of a seal; the sessions went on.
    mutating func report(falseSeals: [OpenedSessions.Refused]) {
        guard let first = falseSeals.first else { return }
        let others = falseSeals.count > 1 ? " (and \(falseSeals.count - 1) more)" : ""
        _ = raise(
            Fault(headline: Self.falseSeal, detail: "The session goes on: \(first.reason)\(others)", isGrave: true)
        )
    }

    /// Says on every console which sessions have lost entries; they go on.
    mutating func reportDamage(_ damaged: [OpenSession]) {
        let texts = damaged.map { open in
            let session = open.folded.session
            let lost = session.entries.count { $0.body == .entryLost }
            let entries =
                switch lost {
                case 0: "no entry is lost"
                case 1: "1 entry is lost"
                default: "\(lost) entries are lost"
                }
            let who = Self.name(session)
            let isAltered = open.damage.contains { $0.kind != .damaged }
            let what = isAltered ? "an entry is not as it was written" : entries
            let file = open.damage[0].path.split(separator: "/").suffix(2).joined(separator: "/")
            let isNothing = lost == 0 && !isAltered
            let act = isNothing ? "The session goes on" : "Chart it again from paper, the session goes on"
            return "\(who): \(what). \(act); see \(file)"
        }
        guard let first = texts.first else { return }
        let others = texts.count > 1 ? " (and \(texts.count - 1) more)" : ""
        _ = raise(
            Fault(
                headline: Self.recordDamaged,
                detail: first + others,
                isGrave: true
            )
        )
    }

    /// Says which sessions are open without their protocol; the banner goes when the last of them is closed.
    mutating func reportMissingProtocols(_ open: [OpenSession]) {
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
            if faults.contains(where: { $0.headline == Self.noProtocol }) { clearFault(Self.noProtocol) }
            return
        }
        let names = without.sorted { Self.isMorePressing($0, $1) }.map(Self.name).joined(separator: ", ")
        let detail = "no alarms, limits or timers for \(names): watch them, and chart on paper beside it. \(reason)"
        _ = raise(Fault(headline: Self.noProtocol, detail: detail, isGrave: true))
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

    /// The order of entries and all timers follow a clock that is never set, so that only what is shown as time jumps.
    mutating func noteClockStep(_ micros: Int64) -> [StationEffect] {
        let seconds = abs(micros) / Micros.perSecond
        let amount = seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
        let way = micros < 0 ? "back" : "forward"
        let detail =
            "\(amount) \(way), now \(facts.zone.local(now.utcMicros).clock). Order and timers are right; check the times of entries"
        return raisePassing(Fault(headline: Self.clockSet, detail: detail, isGrave: false))
            + [.note(.clockStepped(stepMicros: micros))]
    }

    /// An entry that was being saved when the station stopped was never shown as saved; who made it may think it was.
    mutating func reportCuts(_ cut: [OpenSession]) {
        let who = cut.map { Self.name($0.folded.session) }
        guard !who.isEmpty else { return }
        let detail =
            "\(who.joined(separator: ", ")): chart the last entry again, the stop came before it was saved"
        _ = raisePassing(Fault(headline: Self.entryCutOff, detail: detail, isGrave: false))
    }

    private mutating func raisePassing(_ fault: Fault) -> [StationEffect] {
        clearFault(fault.headline)
        passingFaults[fault.headline] = now.bootMicros
        return raise(fault)
    }

    mutating func endPassingFaults() {
        for (headline, raised) in passingFaults where now.bootMicros - raised >= Self.passingMicros {
            passingFaults[headline] = nil
            clearFault(headline)
        }
    }
}
