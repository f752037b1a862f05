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
}
