package import Journal
package import Screens
import Session

extension Station {
    /// Takes what happened and returns what is to be done about it.
    package mutating func handle(_ input: StationInput, at instant: ClockReading) -> [StationEffect] {
        now = instant
        switch input {
        case .attached(let console, let traits):
            attach(console, traits)
            return []
        case .resized(let console, let size):
            consoles[console]?.traits.size = size
            consoles[console]?.desk.size = size
            consoles[console]?.isChanged = true
            return []
        case .detached(let console):
            detach(console)
            return []
        case .key(let console, let key):
            guard var state = consoles[console] else { return [] }
            let intents = state.desk.handle(key, in: scene(for: state.traits))
            state.isChanged = true
            consoles[console] = state
            return intents.flatMap { perform($0, for: console) }
        case .mail(let mail):
            return receive(mail)
        case .wasOff(let from):
            return noteAbsence(from: from)
        case .clockStepped(let micros):
            return noteClockStep(micros)
        case .ticked:
            endAbsenceIfDealtWith()
            endPassingFaults()
            markAllChanged()
            return []
        }
    }

    /// Does what a console, or a simulated nurse, asks; what became of it goes back to that console's desk.
    package mutating func perform(_ intent: Intent, for console: ConsoleID?) -> [StationEffect] {
        switch intent {
        case .record(let id, let command, let author):
            return record(command, in: id, by: author, for: console)
        case .open(let opening, let author):
            return open(opening, by: author, for: console)
        case .setUp(let setup):
            guard let console else { return [] }
            // Of two consoles that both ask on the first run, the first answer holds.
            return facts.isConfigured ? tell(console, .configured) : [.setUp(setup, for: console)]
        case .addStaff(let name, let role, let author):
            return [.addStaff(NewStaff(name: name, role: role, by: author), for: console)]
        case .leave:
            guard let console else { return [] }
            return [.end(console, reason: "")]
        case .ring:
            return console.map { [.ring($0)] } ?? []
        }
    }

    /// Tells a console's desk what became of what it asked, and does what it asks in turn.
    mutating func tell(_ console: ConsoleID?, _ outcome: Outcome) -> [StationEffect] {
        guard let console, var state = consoles[console] else { return [] }
        let intents = state.desk.receive(outcome, in: scene(for: state.traits))
        state.isChanged = true
        consoles[console] = state
        return intents.flatMap { perform($0, for: console) }
    }
}
