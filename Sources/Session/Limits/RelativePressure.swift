/// Rises and falls against the session's own baseline that count as medium.
package struct RelativePressure: Hashable, Sendable {
    package var systolicRiseMmHg: Int
    package var diastolicRiseMmHg: Int
    /// A systolic below baseline by this share, and below the next number, is medium.
    package var systolicFallPercent: Int
    package var systolicFallBelowMmHg: Int
    /// A heart rate under the medium limit counts only when it is this far below baseline.
    package var heartRateFallPerMin: Int

    package init(
        systolicRiseMmHg: Int,
        diastolicRiseMmHg: Int,
        systolicFallPercent: Int,
        systolicFallBelowMmHg: Int,
        heartRateFallPerMin: Int
    ) {
        self.systolicRiseMmHg = systolicRiseMmHg
        self.diastolicRiseMmHg = diastolicRiseMmHg
        self.systolicFallPercent = systolicFallPercent
        self.systolicFallBelowMmHg = systolicFallBelowMmHg
        self.heartRateFallPerMin = heartRateFallPerMin
    }
}
