import Screens
import Journal
import Session

/// A session on the station: what is decided, how much of it is on disk, and who waits for it.
struct StationStay: Sendable {
    /// The fold of all decided events; commands are decided on it.
    var decided: Session
    /// Events below this number are on disk.
    var durableCount: Int
    var isFailing = false
    var clock: SessionClock
    /// Entries that are not on disk yet, and the console that is told when they are.
    var waiting: [Waiting] = []

    struct Waiting: Sendable {
        var numbers: ClosedRange<Int>
        var console: ConsoleID
    }

    init(_ opened: OpenedSession, durableCount: Int) {
        decided = opened.session
        clock = opened.clock
        self.durableCount = durableCount
    }

    var id: String { decided.id }

    var openedAtUTCMicros: Int64 { decided.entries.first?.at.utcMicros ?? 0 }

    /// The stay as screens see it.
    ///
    /// Time is given in whole seconds, so that a picture of the same second is the same picture.
    func shown(at now: ClockReading) -> Stay {
        var moment = clock.moment(now)
        let fraction = moment.utcMicros % Micros.perSecond
        moment = Moment(
            utcMicros: moment.utcMicros - fraction,
            sessionMicros: max(decided.entries.last?.at.sessionMicros ?? 0, moment.sessionMicros - fraction)
        )
        return Stay(decided: decided, durableCount: durableCount, isFailing: isFailing, now: moment)
    }
}
