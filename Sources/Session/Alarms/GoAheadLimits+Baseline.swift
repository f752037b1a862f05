extension GoAheadLimits {
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
}
