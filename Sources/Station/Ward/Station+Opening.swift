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
        opening.zone = RecordedZone(name: facts.zoneName, offsets: facts.zone, around: now.utcMicros)
        opening.ordinal = openSessions.nextOrdinal
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
        let id = nextID()
        let clock = SessionClock(openedAt: now)
        let events = try WardRules.open(
            opening,
            id: id.text,
            rules: choice.rules,
            among: openSessions,
            staff: facts.staff,
            by: author,
            at: clock.moment(now)
        )
        let batch = try Self.batch(events, by: clock)
        let session = Session(id: id.text, rules: choice.rules, events: events)
        sessionsEver = opening.ordinal ?? sessionsEver
        openings[id.text] = PendingOpening(session: session, console: console)
        return NewSession(id: id, session: session, batch: batch, openedAt: now)
    }

    /// What is asked before a patient is checked in, for whoever opens sessions without a console.
    package func questions(about patient: Patient) -> [String] {
        WardRules.questions(about: patient, among: openSessions.known, except: nil)
    }

    private mutating func nextID() -> SessionID {
        while true {
            let id = SessionID(openedAtUTC: now.utcMicros, lots: lots.next())
            if openings[id.text] == nil, session(id.text) == nil { return id }
        }
    }
}
