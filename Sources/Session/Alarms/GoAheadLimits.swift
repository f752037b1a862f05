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

    /// The protocol's limits with those that this baseline moves.
    static func limits(of rules: InfusionProtocol, baseline: Vitals?) -> [Parameter: AlarmLimits] {
        let (limits, numbers) = (rules.limits, rules.goAhead)
        var own = limits
        func raise(_ parameter: Parameter, above caution: Int, rise: Int, atMost: Int, lowUnder: Int) {
            guard let base = baseline?.value(parameter), base > caution, let standard = limits[parameter],
                let medium = standard.mediumAtOrAbove
            else { return }
            // The high limit holds as ever, and medium stays under it.
            let raised = min(base + rise, atMost, (standard.highAtOrAbove ?? .max) - 1)
            guard raised > medium else { return }
            own[parameter]?.mediumAtOrAbove = raised
            own[parameter]?.lowAtOrAbove = raised - lowUnder
        }
        raise(
            .systolicMmHg,
            above: rules.baseline.cautionSystolicAbove,
            rise: numbers.systolicRiseMmHg,
            atMost: numbers.systolicAtMostMmHg,
            lowUnder: numbers.systolicLowUnderMmHg
        )
        raise(
            .diastolicMmHg,
            above: rules.baseline.cautionDiastolicAbove,
            rise: numbers.diastolicRiseMmHg,
            atMost: numbers.diastolicAtMostMmHg,
            lowUnder: numbers.diastolicLowUnderMmHg
        )
        if let base = baseline?.value(.spo2Percent), let low = limits[.spo2Percent]?.lowBelow, base < low {
            // Below the floor saturation is an emergency whatever the patient came with.
            let medium = max(base - numbers.spo2MediumUnder, numbers.spo2AtLeast)
            own[.spo2Percent]?.mediumBelow = medium
            own[.spo2Percent]?.highBelow = max(base - numbers.spo2HighUnder, numbers.spo2AtLeast)
            own[.spo2Percent]?.lowBelow = medium + 1
        }
        return own
    }

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
