package import Canvas
package import Screens
package import Session

/// What can wake the station.
package enum StationInput: Sendable {
    case attached(ConsoleID, ConsoleTraits)
    case resized(ConsoleID, Size)
    case key(ConsoleID, Key)
    case detached(ConsoleID)
    case mail(Mail)
    /// The station was not running, or stood still, for so long.
    case wasOff(fromUTCMicros: Int64)
    /// Time passed.
    case ticked
}

/// What the station asks of the world.
package enum StationEffect: Hashable, Sendable {
    /// Events of an open session are to be put on disk.
    case append(session: String, [Event])
    /// A new session's log is to be made with its first events.
    case open(NewSession)
    /// A closed session's log is to be flushed and given back.
    case release(session: String)
    /// The first run's answers are to be put on disk.
    case setUp(StationSetup, for: ConsoleID)
    case addStaff(NewStaff, for: ConsoleID?)
    /// A console's bell rings once.
    case ring(ConsoleID)
    /// A console is told good-bye.
    case end(ConsoleID, reason: String)
}
