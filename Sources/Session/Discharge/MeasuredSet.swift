/// Vitals as evidence: entries taken together, each value with its own age.
struct MeasuredSet {
    /// What was read in it; of two readings of one parameter the newer value counts.
    var readings: [Parameter: LatestReading] = [:]

    /// What a set has that can be judged by itself: pressure, pulse, saturation and breathing, all measured.
    static let complete: [Parameter] = [
        .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin,
    ]

    var isComplete: Bool { Self.complete.allSatisfy { value($0) != nil } }

    func value(_ parameter: Parameter) -> Int? { readings[parameter]?.reading.value }

    /// A set is as old as each of its values: these are the oldest and the newest of those that make it complete.
    var oldestMicros: Int64 { times.min() ?? .min }
    var newestMicros: Int64 { times.max() ?? .min }

    private var times: [Int64] { Self.complete.compactMap { readings[$0]?.observedSessionMicros } }
}

extension MeasuredSet {
    /// When the newest of all its readings was taken.
    var lastMicros: Int64 { readings.values.map(\.observedSessionMicros).max() ?? .min }
}
