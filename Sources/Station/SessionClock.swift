package import Session

/// Turns the station's instants into a session's moments.
///
/// Within a boot, session time follows the boot clock; across boots it advances by the wall difference, at least 0.
/// So a wall clock that is set, or a station that was off, never takes session time back.
package struct SessionClock: Hashable, Sendable {
    private var sessionMicros: Int64
    private var bootMicros: Int64

    /// The clock of a session that opens now.
    package init(openingAt now: Instant) {
        sessionMicros = 0
        bootMicros = now.bootMicros
    }

    /// The clock of a session that is opened again.
    ///
    /// - Parameters:
    ///   - last: when its last event was recorded.
    ///   - lastBootMicros: the boot clock of that record; nil if it was written in another boot.
    package init(resumingAfter last: Moment, lastBootMicros: Int64?, at now: Instant) {
        if let lastBootMicros, lastBootMicros <= now.bootMicros {
            sessionMicros = last.sessionMicros
            bootMicros = lastBootMicros
        } else {
            sessionMicros = last.sessionMicros + max(0, now.utcMicros - last.utcMicros)
            bootMicros = now.bootMicros
        }
    }

    /// The moment of an instant in this session.
    package func moment(_ instant: Instant) -> Moment {
        Moment(
            utcMicros: instant.utcMicros,
            sessionMicros: sessionMicros + max(0, instant.bootMicros - bootMicros)
        )
    }
}
