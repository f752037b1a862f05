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
            let batch = try batch(of: command, in: id, by: author)
            return .accepted(take(batch, in: id, for: nil))
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
            let batch = try batch(of: command, in: id, by: author)
            let effects = take(batch, in: id, for: console)
            return effects + tell(console, .accepted(session: id, events: batch.events))
        } catch {
            return tell(console, .refused(error))
        }
    }

    private func batch(of command: Command, in id: String, by author: Author) throws(Refusal) -> EventBatch {
        guard let stay = stays.first(where: { $0.id == id }) else {
            throw .notPossible("This session is not open here", cure: "choose a chair on the Board")
        }
        let events = try WardRules.decide(
            command,
            in: stay.decided,
            among: openSessions,
            staff: facts.staff,
            by: author,
            at: stay.clock.moment(now)
        )
        return try Self.batch(events, by: stay.clock)
    }

    /// What the rules between sessions look at: those included whose log is still being made.
    package var openSessions: OpenSessions {
        OpenSessions(
            chairs: facts.chairs,
            sessions: stays.map(\.decided) + openings.values.map(\.session),
            closedToday: closedToday,
            sessionsEver: sessionsEver
        )
    }

    /// What does not fit into a record is refused before it counts, so that all that counts can be put on disk.
    static func batch(_ events: [Event], by clock: SessionClock) throws(Refusal) -> EventBatch {
        do throws(LogError) {
            return try EventBatch(events, by: clock)
        } catch {
            throw .notPossible("This entry does not fit into a record", cure: "shorten its text")
        }
    }

    /// Folds decided events and asks for them to be put on disk.
    private mutating func take(_ batch: EventBatch, in id: String, for console: ConsoleID?) -> [StationEffect] {
        guard let index = stays.firstIndex(where: { $0.id == id }), let first = batch.events.first,
            let last = batch.events.last
        else { return [] }
        stays[index].apply(batch.events)
        if let console {
            stays[index].waiting.append(.init(numbers: first.number...last.number, console: console))
        }
        markAllChanged()
        return [.append(session: id, batch)]
    }
}
