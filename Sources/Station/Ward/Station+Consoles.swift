import Canvas
import Journal
import Screens
import Session

extension Station {
    /// How long a desk waits for its console; by then the next shift sits there.
    private static let deskIsKeptMicros = 2 * Micros.perHour
    private static let mostLeftDesks = 16

    /// Gives a new console the desk it left, or an empty one.
    ///
    /// A console comes again on the same terminal after a crash, or on another one after a dropped line; the login
    /// name must be the same.
    mutating func attach(_ console: ConsoleID, _ traits: ConsoleTraits) {
        leftDesks.removeAll { now.utcMicros - $0.leftAtUTCMicros > Self.deskIsKeptMicros }
        let mine = leftDesks.indices.filter { leftDesks[$0].userName == traits.userName && !traits.userName.isEmpty }
        let index = mine.last { leftDesks[$0].terminal == traits.terminal } ?? mine.last
        var state = ConsoleState(traits: traits)
        if let index {
            state.desk = leftDesks.remove(at: index).desk
            state.desk.takeUpAgain()
        } else if traits.isAgain {
            // The desk went with the station that kept it.
            state.desk.tellStartedAgain()
        }
        state.desk.size = traits.size
        consoles[console] = state
    }

    /// Keeps the desk of a console that has gone.
    mutating func detach(_ console: ConsoleID) {
        guard let state = consoles.removeValue(forKey: console) else { return }
        leftDesks.append(
            LeftDesk(
                desk: state.desk,
                terminal: state.traits.terminal,
                userName: state.traits.userName,
                leftAtUTCMicros: now.utcMicros
            )
        )
        if leftDesks.count > Self.mostLeftDesks { leftDesks.removeFirst() }
    }
}
