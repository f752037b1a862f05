import Journal
import Screens
package import Session

extension Station {
    /// Decides an opening; the patient is on the Board once the new log is on disk, and nothing is claimed before.
    mutating func open(_ opening: Opening, by author: Author, for console: ConsoleID?) -> [StationEffect] {
        do throws(Refusal) {
            return [.open(try decideOpening(opening, by: author, for: console))]
        } catch {
            return tell(console, .refused(error))
        }
    }

    /// Decides an opening without a console; the session's id is how its opener finds it.
    package mutating func decideOpening(
        _ opening: Opening,
        by author: Author,
        for console: ConsoleID?
    ) throws(Refusal) -> NewSession {
        var opening = opening
        if facts.isSimulated { opening.isSimulated = true }
        let choice = facts.protocols.first {
            $0.rules.id == opening.protocolID && $0.rules.version == opening.protocolVersion
                && $0.sha256 == opening.protocolSHA256
        }
        guard let choice else {
            throw .notPossible(
                "The protocol \(opening.protocolID) \(opening.protocolVersion) is not on this station",
                cure: "choose one of \(facts.protocols.map(\.rules.id).joined(separator: ", "))"
            )
        }
        if let chair = opening.chair { try checkChairIsFree(chair) }
        try checkMRN(opening.patient.mrn)
        let id = nextID()
        let clock = SessionClock(openedAt: now)
        let events = try Session.decideOpening(
            opening,
            id: id.text,
            rules: choice.rules,
            by: author,
            at: clock.moment(now)
        )
        try checkSize(of: events)
        let session = Session(id: id.text, rules: choice.rules, events: events)
        openings[id.text] = PendingOpening(session: session, console: console)
        return NewSession(id: id, session: session, openedAt: now)
    }

    private mutating func nextID() -> SessionID {
        while true {
            let id = SessionID(openedAtUTC: now.utcMicros, lots: lots.next())
            if openings[id.text] == nil, session(id.text) == nil { return id }
        }
    }

    /// One record number in two open sessions is one patient entered twice, or two patients mixed up.
    private func checkMRN(_ mrn: String) throws(Refusal) {
        let others = stays.map(\.decided) + openings.values.map(\.session)
        let other = others.first { $0.phase != .closed && $0.patient?.mrn == mrn }
        guard let other, let patient = other.patient else { return }
        throw .notPossible(
            "MRN \(mrn) is open already: \(patient.name), \(other.chair ?? "no chair")",
            cure: "open that session, or check the number"
        )
    }
}
