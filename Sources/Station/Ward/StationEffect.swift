package import Journal
package import Screens

/// What the station asks of the world.
package enum StationEffect: Hashable, Sendable {
    /// Events of an open session are to be put on disk.
    case append(session: String, EventBatch)
    /// A new session's log is to be made with its first events.
    case open(NewSession)
    /// A closed session's log is to be flushed and given back.
    case release(session: String)
    /// The first run's answers are to be put on disk.
    case setUp(StationSetup, for: ConsoleID)
    case addStaff(NewStaff, for: ConsoleID?)
    /// Something is to be written into the station's journal.
    case note(StationEntry)
    /// Events of a session, of these numbers, are on disk from now on: a companion is told.
    case saved(session: String, Range<Int>)
    /// A new session's log could not be made: a companion is told.
    case notOpened(session: String)
    /// A console's bell rings once.
    case ring(ConsoleID)
    /// A console is told good-bye.
    case end(ConsoleID, reason: String)
    /// The loop ends once it has dealt with all that has happened.
    case stop
}
