package enum Unmeasurable: String, CaseIterable, Hashable, Sendable {
    case high
    case low
    case noReading
}
