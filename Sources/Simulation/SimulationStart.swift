import EventLog
import Journal
import Session
import Station

/// Where a simulation's time begins: never before what its home holds.
enum SimulationStart {
    /// When a simulation begins that was asked to begin at an instant, or anywhere, in a home whose last life was then.
    ///
    /// - Throws: when it would begin before that.
    static func begin(_ wanted: Int64?, after last: Int64) throws(StationError) -> Int64 {
        guard let wanted, wanted < last else { return wanted ?? last }
        throw StationError(
            what: "This home's last entry is of \(UTCTimestamp.text(last)), after --start",
            cure: "leave --start out to go on from there, or give another --home"
        )
    }

    /// The newest instant that a home knows of, its last sign of life included; nil in a new one.
    static func last(in home: StationHome, _ journal: JournalHome) -> Int64? {
        let logs = ((try? journal.sessions().ids) ?? []).map(journal.log(of:)) + [journal.staffLog]
        let newest = inParallel(logs) { log in
            try? LogReader(disk: journal.disk).read(log).readable.map(\.utcMicros).max()
        }
        return (newest.compactMap(\.self) + [Heartbeat.last(in: home)?.utcMicros].compactMap(\.self)).max()
    }
}
