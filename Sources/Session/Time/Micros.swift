/// Durations in microseconds, the unit of `Moment`.
package enum Micros {
    package static let perSecond: Int64 = 1_000_000
    package static let perMinute: Int64 = 60_000_000
    package static let perHour: Int64 = 3_600_000_000
    package static let perDay: Int64 = 86_400_000_000
}
