package import Session

/// A session's own time, which never goes back.
///
/// Within a boot it follows the boot clock, so setting the wall clock changes nothing and a suspend counts. Across
/// boots only the wall clock knows how long the machine was off; session time advances by its difference, at least 0.
package struct SessionClock: Hashable, Sendable {
    /// The newest reading taken in, and the session time it stands for.
    package private(set) var reading: ClockReading
    package private(set) var sessionMicros: Int64

    /// A clock that stands at 0 at the instant the session was opened.
    package init(openedAt reading: ClockReading) {
        self.reading = reading
        sessionMicros = 0
    }

    /// The moment that a reading stands for.
    package func moment(_ now: ClockReading) -> Moment {
        let passed =
            now.boot == reading.boot ? now.bootMicros - reading.bootMicros : now.utcMicros - reading.utcMicros
        return Moment(utcMicros: now.utcMicros, sessionMicros: sessionMicros + max(0, passed))
    }

    /// The moment that a reading stands for.
    package func moment(utcMicros: Int64, bootMicros: Int64, boot: String) -> Moment {
        moment(ClockReading(boot: boot, bootMicros: bootMicros, utcMicros: utcMicros))
    }

    /// Takes in the reading of a record, in the order of the log, and returns its moment.
    @discardableResult
    package mutating func advance(to now: ClockReading) -> Moment {
        let moment = moment(now)
        // Within a boot an older reading changes nothing: what was measured from the newer one stays true.
        if now.boot != reading.boot || now.bootMicros >= reading.bootMicros {
            reading = now
            sessionMicros = moment.sessionMicros
        }
        return moment
    }

    /// The boot clock's reading at a moment that this clock gave.
    package func bootMicros(at moment: Moment) -> Int64 {
        max(0, reading.bootMicros + moment.sessionMicros - sessionMicros)
    }
}
