import Screens
import Journal
import Session

/// A session on the station: what is decided, how much of it is on disk, and who waits for it.
struct StationStay: Sendable {
    /// The fold of all decided events; commands are decided on it.
    private(set) var decided: Session
    /// The session time at which time alone has something recorded; computed when events come, asked for at each wake.
    private(set) var deadline: Int64?
    /// The patient as others could be taken for them.
    private(set) var known: KnownPatient?
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

    /// - Parameter zone: the station's, for a record that carries none.
    init(_ opened: OpenedSession, durableCount: Int, zone: ZoneOffsets) {
        decided = opened.session
        decided.stationZone = zone
        deadline = decided.nextDeadline
        known = KnownPatient(decided)
        clock = opened.clock
        self.durableCount = durableCount
    }

    mutating func apply(_ events: [Event]) {
        for event in events { decided.apply(event) }
        deadline = decided.nextDeadline
        known = KnownPatient(decided)
    }

    /// Asks for nothing until events come.
    mutating func giveUpDeadline() { deadline = nil }

    var id: String { decided.id }

    var openedAtUTCMicros: Int64 { decided.entries.first?.at.utcMicros ?? 0 }

    /// The stay as screens see it.
    ///
    /// Time is given in whole seconds, so that a picture of the same second is the same picture.
    ///
    /// - Parameter before: how it was shown last: of the same events and second it is shown as it was.
    func shown(at now: ClockReading, before: Stay?) -> Stay {
        var moment = clock.moment(now)
        let fraction = moment.utcMicros % Micros.perSecond
        moment = Moment(
            utcMicros: moment.utcMicros - fraction,
            sessionMicros: max(decided.entries.last?.at.sessionMicros ?? 0, moment.sessionMicros - fraction)
        )
        if let before, before.now == moment, before.durableCount == durableCount, before.isFailing == isFailing,
            before.decided.nextNumber == decided.nextNumber
        {
            return before
        }
        return Stay(
            decided: decided,
            durableCount: durableCount,
            isFailing: isFailing,
            now: moment,
            alarms: decided.standingAlarms,
            known: known
        )
    }
}
