/// What the clocks of a machine say at one instant.
package struct ClockReading: Hashable, Sendable {
    /// The boot within which `bootMicros` can be compared.
    package var boot: String
    /// CLOCK_BOOTTIME in microseconds: it runs on through a suspend and is never set.
    package var bootMicros: Int64
    /// Microseconds since 1970 in UTC; may step in either direction.
    package var utcMicros: Int64

    package init(boot: String, bootMicros: Int64, utcMicros: Int64) {
        self.boot = boot
        self.bootMicros = bootMicros
        self.utcMicros = utcMicros
    }
}
