import EventLog
import Journal
import Settings

/// Everything the station puts on disk, each kind with its keeper.
final class Keepers: Sendable {
    let room: RecordRoom
    let journal: JournalKeeper
    let staff: StaffKeeper
    let sessions: SessionKeeper
    private let isBeating = Monitor(false)

    init(in room: RecordRoom, protocols: [ProtocolLibrary.Entry], seed: UInt64) {
        self.room = room
        journal = JournalKeeper(in: room)
        staff = StaffKeeper(in: room, journal)
        sessions = SessionKeeper(
            in: room,
            journal,
            protocols: Dictionary(protocols.map { (LogHash(of: $0.bytes), $0.bytes) }, uniquingKeysWith: { $1 }),
            seed: seed
        )
    }

    /// All of them; each may ask those before it.
    private var all: [any Keeper] { [journal, staff, sessions] }

    /// Has every keeper do what comes up again and again, unless the worker is still at the time before.
    func beat(at now: ClockReading) {
        let isBusy = isBeating.withLock { isBeating in
            defer { isBeating = true }
            return isBeating
        }
        guard !isBusy else { return }
        beatAll(at: now)
        room.worker.run { [isBeating] in isBeating.withLock { $0 = false } }
    }

    /// Brings everything to disk, the last sign of life included, and returns how many records could not be saved.
    func end(at now: ClockReading) -> Int {
        beatAll(at: now)
        room.worker.end()
        return all.reversed().reduce(0) { $0 + $1.end(at: now) }
    }

    private func beatAll(at now: ClockReading) {
        for keeper in all { keeper.beat(at: now) }
    }
}
