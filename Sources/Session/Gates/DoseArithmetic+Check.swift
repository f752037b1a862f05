extension DoseArithmetic {
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

    /// What is asked about a concentration that nothing stops; nil for one within the protocol's.
    static func concentrationQuestion(_ microgramsPerMilliliter: Int, _ rules: DoseRules) -> String? {
        let (ask, stop) =
            (rules.concentrationAskMicrogramsPerMilliliter, rules.concentrationStopMicrogramsPerMilliliter)
        guard microgramsPerMilliliter > ask, microgramsPerMilliliter <= stop else { return nil }
        return
            "Concentration \(milligramsPerMilliliter(microgramsPerMilliliter)) is over \(milligramsPerMilliliter(ask))"
    }
}
