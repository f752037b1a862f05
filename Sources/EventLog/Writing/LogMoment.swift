/// When a record is written, by both clocks.
package struct LogMoment: Equatable, Sendable {
    /// Wall clock, microseconds since 1970 in UTC, which may step back.
    package let utcMicros: Int64
    /// `CLOCK_BOOTTIME` in microseconds, comparable within one boot.
    package let bootMicros: Int64

    package init(utcMicros: Int64, bootMicros: Int64) {
        self.utcMicros = utcMicros
        self.bootMicros = bootMicros
    }
}
