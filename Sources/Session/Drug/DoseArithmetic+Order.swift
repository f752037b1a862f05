extension DoseArithmetic {
    /// What an order comes to, as the nurse reads it back and programs it.
    package struct Plan: Hashable, Sendable {
        package var doseMicrograms: Int
        package var volumeNanoliters: Int
        package var rateMicrolitersPerHour: Int
        /// The nearest rate a pump can be set to, in its steps of 0.1 mL/h; 0 where the order is slower than any.
        package var pumpRateMicrolitersPerHour: Int
        /// What the pump at that rate gives over the planned time.
        package var pumpDoseMicrograms: Int
        /// What the pump's step adds to or takes from the total over the planned time.
        package var roundingDifferenceMicrograms: Int
        package var concentrationMicrogramsPerMilliliter: Int
        package var nanogramsPerKgMinute: Int
        package var microgramsPerKgHour: Int
    }

    /// Works an order out; nil where its weight, time or concentration is not above 0.
    package static func plan(_ order: Order) -> Plan? {
        let minutes = order.durationMinutes
        let concentration = order.concentrationMicrogramsPerMilliliter
        guard (1...1_000_000).contains(order.weightGrams), (1...1_000_000).contains(order.doseMicrogramsPerKg),
            (1...100_000).contains(minutes), (1...1_000_000).contains(concentration)
        else { return nil }
        // Each figure comes from the order itself, never from another rounded figure.
        let product = order.weightGrams * order.doseMicrogramsPerKg
        let dose = divide(product, by: 1000)
        let rate = divide(product * 60, by: concentration * minutes)
        let step = PumpSettings.rateRoundingMicrolitersPerHour
        let pumpRate = divide(product * 60, by: concentration * minutes * step) * step
        // A gram at a microgram per kg is a nanogram; a microlitre per hour for a minute at a microgram per millilitre
        // the sixtieth of one.
        let given = pumpRate * minutes * concentration
        return Plan(
            doseMicrograms: dose,
            volumeNanoliters: divide(product * 1000, by: concentration),
            rateMicrolitersPerHour: rate,
            pumpRateMicrolitersPerHour: pumpRate,
            pumpDoseMicrograms: divide(given, by: 60_000),
            roundingDifferenceMicrograms: divide(given - product * 60, by: 60_000),
            concentrationMicrogramsPerMilliliter: concentration,
            // 0.5 mg/kg over 40 min is 12.5 mcg/kg/min at any weight and any concentration.
            nanogramsPerKgMinute: divide(order.doseMicrogramsPerKg * 1000, by: minutes),
            microgramsPerKgHour: divide(order.doseMicrogramsPerKg * 60, by: minutes)
        )
    }

    /// What of an order the protocol stops, and what it asks about.
    ///
    /// A stop can be overridden by a named prescriber; a value that is stopped is not asked about as well.
    package static func check(order: Order, rules: DoseRules) -> (hard: [Need], questions: [String]) {
        var hard: [Need] = []
        var questions: [String] = []
        guard let plan = plan(order) else {
            return ([.orderFigures], [])
        }
        let total = order.doseMicrogramsPerKg
        if total > rules.totalHardMicrogramsPerKg {
            hard.append(.orderTotal(microgramsPerKg: total, limit: rules.totalHardMicrogramsPerKg))
        } else if total > rules.totalSoftMicrogramsPerKg {
            questions.append(
                "Total \(milligramsPerKg(total)) is over \(milligramsPerKg(rules.totalSoftMicrogramsPerKg))"
            )
        }
        // By weight alone a wrong weight asks nothing: 0.5 mg/kg of 176 lb taken for kilograms is 0.5 mg/kg still.
        if order.weightGrams * total > rules.totalAskMicrograms * 1000 {
            let limit = milligrams(rules.totalAskMicrograms)
            questions.append("\(milligrams(plan.doseMicrograms)) in all is over \(limit): is the weight right?")
        }
        let minutes = order.durationMinutes
        // Compared as products, so that 20.0001 mcg/kg/min is over 20.
        let exact = total * 1000
        let rate = divide(exact, by: minutes)
        if exact > rules.rateHardNanogramsPerKgMinute * minutes {
            hard.append(.orderRate(nanogramsPerKgMinute: rate, limit: rules.rateHardNanogramsPerKgMinute))
        } else if exact > rules.rateSoftNanogramsPerKgMinute * minutes {
            let limit = microgramsPerKgMinute(rules.rateSoftNanogramsPerKgMinute)
            questions.append("Rate \(microgramsPerKgMinute(rate)) is over \(limit)")
        }
        if minutes < rules.durationHardMinutes {
            hard.append(.orderDuration(minutes: minutes, limit: rules.durationHardMinutes))
        } else if !rules.durationSoftMinutes.contains(minutes) {
            let range = rules.durationSoftMinutes
            questions.append("Duration \(minutes) min is outside \(range.lowerBound) to \(range.upperBound) min")
        }
        let concentration = order.concentrationMicrogramsPerMilliliter
        let limit = rules.concentrationStopMicrogramsPerMilliliter
        if concentration > limit {
            hard.append(.concentrationLimit(microgramsPerMilliliter: concentration, limit: limit))
        }
        if let question = concentrationQuestion(concentration, rules) { questions.append(question) }
        return (hard, questions)
    }
}
