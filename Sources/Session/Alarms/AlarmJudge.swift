/// What a reading is judged by: the limits that hold for this session, and its baseline.
struct AlarmJudge {
    let rules: InfusionProtocol
    /// The protocol's, or the session's own where it went ahead on a baseline outside its range.
    let limits: [Parameter: AlarmLimits]
    let baseline: Vitals?

    typealias Hit = (priority: AlarmCondition.Priority, words: String)

    init(rules: InfusionProtocol, limits: [Parameter: AlarmLimits]? = nil, baseline: Vitals?) {
        self.rules = rules
        self.limits = limits ?? rules.limits
        self.baseline = baseline
    }

    /// The gravest limit that a value reaches, an absolute one before a relative one.
    func hit(_ parameter: Parameter, _ value: Int) -> Hit? {
        let own = limits[parameter] ?? AlarmLimits()
        let base = baseline?.value(parameter)
        let relative = rules.relativePressure
        func above(_ priority: AlarmCondition.Priority, _ limit: Int?, _ note: String = "") -> Hit? {
            guard let limit, value >= limit else { return nil }
            return (priority, (value == limit ? ">= " : "> ") + parameter.text(limit) + note)
        }
        func below(_ priority: AlarmCondition.Priority, _ limit: Int?, _ note: String = "") -> Hit? {
            guard let limit, value < limit else { return nil }
            return (priority, "< " + parameter.text(limit) + note)
        }
        if let hit = above(.high, own.highAtOrAbove) ?? below(.high, own.highBelow)
            ?? above(.medium, own.mediumAtOrAbove)
        {
            return hit
        }
        if counts(parameter, value), let hit = below(.medium, own.mediumBelow) { return hit }
        if let base, parameter == .systolicMmHg {
            let rise = relative.systolicRiseMmHg
            if let hit = above(.medium, base + rise, " (baseline + \(rise))") { return hit }
            // Below baseline by the share and below the fixed number, compared as products.
            if value < relative.systolicFallBelowMmHg, value * 100 < base * (100 - relative.systolicFallPercent) {
                let limit = DoseArithmetic.divide(base * (100 - relative.systolicFallPercent), by: 100)
                return (.medium, "< \(limit) (baseline - \(relative.systolicFallPercent) %)")
            }
        }
        if let base, parameter == .diastolicMmHg {
            let rise = relative.diastolicRiseMmHg
            if let hit = above(.medium, base + rise, " (baseline + \(rise))") { return hit }
        }
        return above(.low, own.lowAtOrAbove) ?? below(.low, own.lowBelow)
    }

    /// Whether the medium limit below counts: a slow heart only where it is slow for this patient.
    private func counts(_ parameter: Parameter, _ value: Int) -> Bool {
        guard parameter == .heartRatePerMin, let base = baseline?.value(parameter) else { return true }
        return value <= base - rules.relativePressure.heartRateFallPerMin
    }

    /// What a reading reaches; one beyond what can be entered counts as that far, and is at least medium.
    ///
    /// A reading that was not taken reaches nothing, and neither takes anything back.
    func condition(_ parameter: Parameter, _ reading: Reading) -> AlarmCondition? {
        switch reading {
        case .notDone: return nil
        case .value(let value):
            return hit(parameter, value).map {
                AlarmCondition(
                    parameter: parameter,
                    priority: $0.priority,
                    value: parameter.text(value),
                    limit: $0.words
                )
            }
        case .unmeasurable(let why):
            let range = rules.ranges[parameter]?.hard
            let (beyond, words): (Int?, String) =
                switch why {
                case .high: (range.map { $0.upperBound + 1 }, "HIGH, not measurable")
                case .low: (range.map { $0.lowerBound - 1 }, "LOW, not measurable")
                case .noReading: (nil, "no reading")
                }
            let priority = beyond.flatMap { hit(parameter, $0) }?.priority
            return AlarmCondition(
                parameter: parameter,
                priority: max(priority ?? .medium, .medium),
                value: words,
                limit: ""
            )
        }
    }

    /// The gravest limit that a value is not inside of by the margin that ends an alarm at once.
    func held(_ parameter: Parameter, _ value: Int) -> AlarmCondition.Priority? {
        let margin = rules.alarmEnds.margins[parameter] ?? 0
        return [hit(parameter, value + margin)?.priority, hit(parameter, value - margin)?.priority].compactMap(\.self)
            .max()
    }
}
