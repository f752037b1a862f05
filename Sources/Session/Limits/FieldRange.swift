/// What may be typed in a field: outside `hard` is refused, outside `soft` is asked about, as is a jump over `delta`.
package struct FieldRange: Hashable, Sendable {
    package var hard: ClosedRange<Int>
    package var soft: ClosedRange<Int>?
    /// The jump from the previous set (at most 15 min old) above which a question comes.
    package var delta: Int?
    /// Whether only a fall counts as a jump (oxygen saturation).
    package var deltaCountsFallsOnly: Bool

    package init(hard: ClosedRange<Int>, soft: ClosedRange<Int>?, delta: Int?, deltaCountsFallsOnly: Bool = false) {
        self.hard = hard
        self.soft = soft
        self.delta = delta
        self.deltaCountsFallsOnly = deltaCountsFallsOnly
    }
}

/// The limits of one parameter: at or beyond a number, that priority holds.
///
/// Nil where there is none.
package struct AlarmLimits: Hashable, Sendable {
    /// `value >= n`.
    package var lowAtOrAbove: Int?
    package var mediumAtOrAbove: Int?
    package var highAtOrAbove: Int?
    /// `value < n`.
    package var lowBelow: Int?
    package var mediumBelow: Int?
    package var highBelow: Int?

    package init(
        lowAtOrAbove: Int? = nil,
        mediumAtOrAbove: Int? = nil,
        highAtOrAbove: Int? = nil,
        lowBelow: Int? = nil,
        mediumBelow: Int? = nil,
        highBelow: Int? = nil
    ) {
        self.lowAtOrAbove = lowAtOrAbove
        self.mediumAtOrAbove = mediumAtOrAbove
        self.highAtOrAbove = highAtOrAbove
        self.lowBelow = lowBelow
        self.mediumBelow = mediumBelow
        self.highBelow = highBelow
    }
}

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
