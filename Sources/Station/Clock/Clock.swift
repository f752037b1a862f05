package import Journal

/// Where the station reads the time; a test's clock stands still.
package protocol Clock: Sendable {
    /// Simulated seconds in a second of the real world; 1 on a real station, 0 where the clock stands.
    var speed: Int { get }

    /// Whether it is the machine's own. Then a leap is a machine that stood still, and a step somebody who set it.
    var isMachine: Bool { get }

    func now() -> ClockReading
}

extension Clock {
    /// How long to wait, in real microseconds, until this clock shows an instant; nil if it never will by itself.
    package func realMicros(until utcMicros: Int64) -> Int64? {
        guard speed > 0 else { return nil }
        return max(0, (utcMicros - now().utcMicros + Int64(speed) - 1) / Int64(speed))
    }
}
