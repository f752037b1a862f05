/// An instant as a session knows it: when on the world's clock, and how long since the session opened.
///
/// Rules, timers and dose use session time, which never goes back: within a boot it follows CLOCK_BOOTTIME, across
/// boots it advances by the wall difference, at least 0. UTC is for display and for `observedAt`.
package struct Moment: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package var utcMicros: Int64
    /// Microseconds since the session was opened.
    package var sessionMicros: Int64

    package init(utcMicros: Int64, sessionMicros: Int64) {
        self.utcMicros = utcMicros
        self.sessionMicros = sessionMicros
    }

    /// The session time of an instant given in UTC, seen from this moment; never before the session opened.
    package func sessionMicros(ofUTC observed: Int64) -> Int64 {
        max(0, sessionMicros - (utcMicros - observed))
    }

    /// The moment of an earlier instant given in UTC, seen from this one.
    package func earlier(_ observed: Int64) -> Moment {
        Moment(utcMicros: observed, sessionMicros: sessionMicros(ofUTC: observed))
    }
}
