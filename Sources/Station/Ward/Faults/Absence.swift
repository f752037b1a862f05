import Journal

/// A time for which the station was off.
struct Absence: Hashable, Sendable {
    var fromUTCMicros: Int64
    var toUTCMicros: Int64
    var notedAt: ClockReading
}
