extension AlarmCondition {
    /// The conditions a set of vitals raises, highest priority first; one for each parameter at most.
    ///
    /// `limits` stand in for the protocol's where the go-ahead carries limits of this session's own.
    package static func evaluate(
        _ vitals: Vitals,
        against rules: InfusionProtocol,
        baseline: Vitals?,
        limits: [Parameter: AlarmLimits]? = nil
    ) -> [AlarmCondition] {
        let limits = limits ?? rules.limits
        let found = Parameter.allCases.compactMap { parameter -> AlarmCondition? in
            guard let reading = vitals[parameter] else { return nil }
            let own = limits[parameter] ?? AlarmLimits()
            switch reading {
            case .notDone: return nil
            case .value(let value):
                guard let hit = hit(parameter, value, own, rules.relativePressure, baseline) else { return nil }
                return AlarmCondition(
                    subject: .parameter(parameter),
                    priority: hit.priority,
                    value: parameter.text(value),
                    limit: hit.words
                )
            case .unmeasurable(let why):
                // One cuff that cannot read is one alarm, carried by the systolic.
                if parameter == .diastolicMmHg, vitals[.systolicMmHg] == reading { return nil }
                return unmeasurable(parameter, why, own, rules, baseline)
            }
        }
        return found.enumerated()
            .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }
            .map(\.element)
    }

    /// The conditions a note on the patient's mind raises: distress, and a patient who cannot be reached; both medium.
    ///
    /// Sedation scored in the note is a reading like one of a set, and is judged with those.
    package static func evaluate(_ note: Dissociation) -> [AlarmCondition] {
        var found: [AlarmCondition] = []
        if note.isDistressed {
            found.append(AlarmCondition(subject: .distress, priority: .medium, value: "", limit: ""))
        }
        if note.score >= Dissociation.unreachableScore {
            let value = "\(note.score), unreachable"
            found.append(AlarmCondition(subject: .dissociation, priority: .medium, value: value, limit: ""))
        }
        return found
    }

    private typealias Hit = (priority: Priority, words: String)

    private static func hit(
        _ parameter: Parameter,
        _ value: Int,
        _ limits: AlarmLimits,
        _ relative: RelativePressure,
        _ baseline: Vitals?
    ) -> Hit? {
        let base = baseline?.value(parameter)
        var hits: [Hit] = []
        func above(_ priority: Priority, _ limit: Int?, _ note: String = "") {
            guard let limit, value >= limit else { return }
            hits.append((priority, (value == limit ? ">= " : "> ") + parameter.text(limit) + note))
        }
        func below(_ priority: Priority, _ limit: Int?, _ note: String = "") {
            guard let limit, value < limit else { return }
            hits.append((priority, "< " + parameter.text(limit) + note))
        }
        above(.high, limits.highAtOrAbove)
        below(.high, limits.highBelow)
        above(.medium, limits.mediumAtOrAbove)
        if counts(parameter, value, base, relative) { below(.medium, limits.mediumBelow) }
        if let base, parameter == .systolicMmHg {
            above(.medium, base + relative.systolicRiseMmHg, " (baseline + \(relative.systolicRiseMmHg))")
            // Below baseline by the share and below the fixed number, compared as products.
            if value < relative.systolicFallBelowMmHg, value * 100 < base * (100 - relative.systolicFallPercent) {
                let limit = DoseArithmetic.divide(base * (100 - relative.systolicFallPercent), by: 100)
                hits.append((.medium, "< \(limit) (baseline - \(relative.systolicFallPercent) %)"))
            }
        }
        if let base, parameter == .diastolicMmHg {
            above(.medium, base + relative.diastolicRiseMmHg, " (baseline + \(relative.diastolicRiseMmHg))")
        }
        above(.low, limits.lowAtOrAbove)
        below(.low, limits.lowBelow)
        // The first is of the highest priority, an absolute limit before a relative one.
        return hits.first
    }

    /// Whether the medium limit below counts: a slow heart only where it is slow for this patient.
    private static func counts(_ parameter: Parameter, _ value: Int, _ base: Int?, _ relative: RelativePressure) -> Bool
    {
        guard parameter == .heartRatePerMin, let base else { return true }
        return value <= base - relative.heartRateFallPerMin
    }

    /// A reading that could not be taken is at least medium: beyond what can be entered it counts as that far.
    private static func unmeasurable(
        _ parameter: Parameter,
        _ why: Unmeasurable,
        _ limits: AlarmLimits,
        _ rules: InfusionProtocol,
        _ baseline: Vitals?
    ) -> AlarmCondition {
        let range = rules.ranges[parameter]?.hard
        let (beyond, words): (Int?, String) =
            switch why {
            case .high: (range.map { $0.upperBound + 1 }, "HIGH, not measurable")
            case .low: (range.map { $0.lowerBound - 1 }, "LOW, not measurable")
            case .noReading: (nil, "no reading")
            }
        let priority = beyond.flatMap { hit(parameter, $0, limits, rules.relativePressure, baseline) }?.priority
        return AlarmCondition(
            subject: .parameter(parameter),
            priority: max(priority ?? .medium, .medium),
            value: words,
            limit: ""
        )
    }
}
