/// The limits of a session whose baseline lay outside its range, where the prescriber let it go ahead.
///
/// Without them the alarm would stand from the first set on and be heard no more. All numbers are proposals.
package struct GoAheadLimits: Hashable, Sendable {
    /// Medium is baseline and so much, mmHg, never under the protocol's own and never above the next pair.
    package var systolicRiseMmHg: Int
    package var diastolicRiseMmHg: Int
    package var systolicAtMostMmHg: Int
    package var diastolicAtMostMmHg: Int
    /// Low lies so far under medium, mmHg.
    package var systolicLowUnderMmHg: Int
    package var diastolicLowUnderMmHg: Int
    /// Saturation under baseline by so much is medium, and by so much high, in percent; high never under the last.
    package var spo2MediumUnder: Int
    package var spo2HighUnder: Int
    package var spo2AtLeast: Int

    package static let proposed = GoAheadLimits(
        systolicRiseMmHg: 25,
        diastolicRiseMmHg: 15,
        systolicAtMostMmHg: 170,
        diastolicAtMostMmHg: 105,
        systolicLowUnderMmHg: 10,
        diastolicLowUnderMmHg: 5,
        spo2MediumUnder: 2,
        spo2HighUnder: 4,
        spo2AtLeast: 85
    )

    package init(
        systolicRiseMmHg: Int,
        diastolicRiseMmHg: Int,
        systolicAtMostMmHg: Int,
        diastolicAtMostMmHg: Int,
        systolicLowUnderMmHg: Int,
        diastolicLowUnderMmHg: Int,
        spo2MediumUnder: Int,
        spo2HighUnder: Int,
        spo2AtLeast: Int
    ) {
        self.systolicRiseMmHg = systolicRiseMmHg
        self.diastolicRiseMmHg = diastolicRiseMmHg
        self.systolicAtMostMmHg = systolicAtMostMmHg
        self.diastolicAtMostMmHg = diastolicAtMostMmHg
        self.systolicLowUnderMmHg = systolicLowUnderMmHg
        self.diastolicLowUnderMmHg = diastolicLowUnderMmHg
        self.spo2MediumUnder = spo2MediumUnder
        self.spo2HighUnder = spo2HighUnder
        self.spo2AtLeast = spo2AtLeast
    }
}
