import Journal
import Screens
import Session

/// Everything the station puts on disk.
final class StationRecords {
    func append(_ events: [RecordedEvent], to session: String) {}
    func open(_ new: NewSession, at now: ClockReading) {}
    func release(_ session: String) {}
    func setUp(_ setup: StationSetup, for console: ConsoleID, at now: ClockReading) {}
    func add(_ staff: NewStaff, for console: ConsoleID?, at now: ClockReading) {}
    func beat(at now: ClockReading) {}
    func end() {}
}
