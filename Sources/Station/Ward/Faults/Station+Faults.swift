import Journal
import Screens
import Session

extension Station {
    /// How long a warning stands that nobody can mend: a nurse has been at each chair by then.
    private static let passingMicros = 10 * Micros.perMinute

    /// The faults in the order a nurse must know of them.
    var orderedFaults: [Fault] {
        faults.enumerated()
            .sorted { (Headline.rank(of: $0.element), $0.offset) < (Headline.rank(of: $1.element), $1.offset) }
            .map(\.element)
    }

    /// Adds or replaces a fault; one that puts the record at risk rings on every console when it is new.
    mutating func raise(_ headline: Headline, _ detail: String, isGrave: Bool) -> [StationEffect] {
        raise(Fault(headline, detail, isGrave: isGrave))
    }

    mutating func raise(_ fault: Fault) -> [StationEffect] {
        let isNew = !faults.contains { $0.headline == fault.headline }
        faults.removeAll { $0.headline == fault.headline }
        faults.append(fault)
        markAllChanged()
        guard isNew, fault.isGrave else { return [] }
        return consoleIDs.map { .ring($0) } + [.note(.faultRaised(headline: fault.headline, detail: fault.detail))]
    }

    mutating func clearFault(_ headline: Headline) {
        faults.removeAll { $0.headline == headline.rawValue }
        markAllChanged()
    }

    /// Raises what is tried again, or clears it once it went well.
    mutating func takeProblem(_ problem: String?, _ headline: Headline, _ meaning: String) -> [StationEffect] {
        guard let problem else {
            if faults.contains(where: { $0.headline == headline.rawValue }) { clearFault(headline) }
            return []
        }
        return raise(headline, "\(meaning), it is tried again. \(problem)", isGrave: false)
    }

    /// The order of entries and all timers follow a clock that is never set, so that only what is shown as time jumps.
    mutating func noteClockStep(_ micros: Int64) -> [StationEffect] {
        let seconds = abs(micros) / Micros.perSecond
        let amount = seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
        let way = micros < 0 ? "back" : "forward"
        let detail =
            "\(amount) \(way), now \(facts.zone.local(now.utcMicros).clock). Order and timers are right; check the times of entries"
        return raisePassing(.clockSet, detail) + [.note(.clockStepped(stepMicros: micros))]
    }

    /// Raises a fault that nobody can mend, for a while.
    mutating func raisePassing(_ headline: Headline, _ detail: String) -> [StationEffect] {
        clearFault(headline)
        passingFaults[headline] = now.bootMicros
        return raise(headline, detail, isGrave: false)
    }

    mutating func endPassingFaults() {
        for (headline, raised) in passingFaults where now.bootMicros - raised >= Self.passingMicros {
            passingFaults[headline] = nil
            clearFault(headline)
        }
    }
}
