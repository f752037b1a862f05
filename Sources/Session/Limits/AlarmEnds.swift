/// How far a value must come back, and for how long, before the alarm it raised has ended.
package struct AlarmEnds: Hashable, Sendable {
    /// Inside a limit by this much one value ends its level; 0 for a parameter that is not named.
    package var margins: [Parameter: Int]
    /// Two values that no longer reach a limit end its level, this far apart.
    package var afterMinutes: Int

    /// Proposals: what a cuff and a probe vary by from one reading to the next.
    package static let proposed = AlarmEnds(
        margins: [
            .systolicMmHg: 5, .diastolicMmHg: 5, .heartRatePerMin: 5, .spo2Percent: 2, .respiratoryRatePerMin: 2,
        ],
        afterMinutes: 5
    )

    package init(margins: [Parameter: Int], afterMinutes: Int) {
        self.margins = margins
        self.afterMinutes = afterMinutes
    }
}
