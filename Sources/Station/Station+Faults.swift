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
    /// How long a warning stands that nobody can mend: a nurse has been at each chair by then.
    private static let passingMicros = 10 * Micros.perMinute

    /// The faults in the order a nurse must know of them: a small screen has a row for two.
    private static let order = [
        notRecording, homeNotWritable, recordDamaged, sessionNotOpened, entryCutOff, falseSeal, staffDamaged,
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
                case _: "\(lost) entries are lost"
                }
            let who = [session.chair, session.patient?.name].compactMap(\.self).joined(separator: " ")
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
        let who = cut.map { open in
            let session = open.folded.session
            return [session.chair, session.patient?.name].compactMap(\.self).joined(separator: " ")
        }
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
