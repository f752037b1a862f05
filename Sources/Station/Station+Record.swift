import EventLog
import Journal
import Screens
package import Session

extension Station {
    /// What came of a command without a console.
    package enum Decision: Sendable {
        case accepted([StationEffect])
        case refused(Refusal)
    }

    /// Decides a command in a session; its events count at once and are shown as saving until they are on disk.
    package mutating func decide(_ command: Command, in id: String, by author: Author) -> Decision {
        do throws(Refusal) {
            let events = try events(of: command, in: id, by: author)
            return .accepted(take(events, in: id, for: nil))
        } catch {
            return .refused(error)
        }
    }

    mutating func record(
        _ command: Command,
        in id: String,
        by author: Author,
        for console: ConsoleID?
    ) -> [StationEffect] {
        do throws(Refusal) {
            let events = try events(of: command, in: id, by: author)
            let effects = take(events, in: id, for: console)
            return effects + tell(console, .accepted(session: id, events: events))
        } catch {
            return tell(console, .refused(error))
        }
    }

    private func events(of command: Command, in id: String, by author: Author) throws(Refusal) -> [Event] {
        guard let stay = stays.first(where: { $0.id == id }) else {
            throw .notPossible("This session is not open here", cure: "choose a chair on the Board")
        }
        try checkAuthor(author)
        try checkChair(of: command, in: stay.decided)
        try checkName(of: command, in: stay)
        let events = try stay.decided.decide(command, by: author, at: stay.clock.moment(now))
        try checkSize(of: events)
        return events
    }

    /// What does not fit into a record is refused before it counts, so that all that counts can be put on disk.
    func checkSize(of events: [Event]) throws(Refusal) {
        for event in events {
            do throws(LogError) {
                try EventCoding.encode(event, bootMicros: max(0, now.bootMicros)).check()
            } catch {
                throw .notPossible("This entry does not fit into a record", cure: "shorten its text")
            }
        }
    }

    /// Folds decided events and asks for them to be put on disk.
    private mutating func take(_ events: [Event], in id: String, for console: ConsoleID?) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }), let first = events.first, let last = events.last
        else { return [] }
        for event in events { stays[index].decided.apply(event) }
        if let console {
            stays[index].waiting.append(.init(numbers: first.number...last.number, console: console))
        }
        markAllChanged()
        return [.append(session: id, events)]
    }

    /// An id that the staff log does not know would be printed as an id for ever.
    private func checkAuthor(_ author: Author) throws(Refusal) {
        guard case .staff(let id, _) = author else { return }
        guard facts.staff.contains(where: { $0.id == id && $0.isActive }) else {
            throw .notPossible("Nobody with the id \(id) may sign here", cure: "u names who is typing")
        }
    }

    /// Two patients in one chair would be one mistaken entry away from each other.
    private func checkChair(of command: Command, in session: Session) throws(Refusal) {
        guard case .move(let chair?) = command else { return }
        try checkChairIsFree(chair, except: session.id)
    }

    /// Where two open sessions could be taken for each other, the birth year says which patient is meant.
    private func checkName(of command: Command, in stay: StationStay) throws(Refusal) {
        guard case .start(_, birthYear: nil, observedAtMicros: _) = command,
            let alert = NameAlert.find(for: stay.shown(at: now), in: ward)
        else { return }
        throw .outOfRange([
            FieldProblem(field: "birthYear", sentence: "\(alert.sentence): type the birth year of this patient")
        ])
    }

    func checkChairIsFree(_ chair: String, except id: String? = nil) throws(Refusal) {
        guard facts.chairs.contains(chair) else {
            throw .notPossible(
                "There is no chair \(chair)",
                cure: "the chairs are \(facts.chairs.joined(separator: ", "))"
            )
        }
        let others = stays.map(\.decided) + openings.values.map(\.session)
        guard let other = others.first(where: { $0.chair == chair && $0.phase.isLive && $0.id != id }) else { return }
        throw .notPossible(
            "\(chair) is taken by \(other.patient?.name ?? other.id)",
            cure: "choose another chair, or none for now"
        )
    }
}
