/// A rate set on the pump, and whether a question about it was answered.
struct RateChange {
    var rateMicrolitersPerHour: Int
    var observedAtMicros: Int64?
    var confirmedUnusual: Bool
}
