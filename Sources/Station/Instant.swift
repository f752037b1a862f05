/// A reading of both clocks: the world's, which may be set back, and the boot clock, which never goes back.
package struct Instant: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package var utcMicros: Int64
    /// CLOCK_BOOTTIME in microseconds; comparable within one boot.
    package var bootMicros: Int64

    package init(utcMicros: Int64, bootMicros: Int64) {
        self.utcMicros = utcMicros
        self.bootMicros = bootMicros
    }

    /// The instant so many microseconds later on both clocks.
    package func advanced(byMicros micros: Int64) -> Instant {
        Instant(utcMicros: utcMicros + micros, bootMicros: bootMicros + micros)
    }
}
