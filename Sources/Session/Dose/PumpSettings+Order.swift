extension PumpSettings {
    /// Pumps are set in steps of 0.1 mL/h.
    package static let rateRoundingMicrolitersPerHour = 100
    /// Pumps are set in steps of 0.1 mL.
    package static let volumeRoundingNanoliters = 100_000
    /// Up to this much of the drug a difference is a pump's or a syringe's, in percent of the order.
    private static let askPercent = 2

    /// Whether a pump can be set to it: up to 10 L/h, 10 L and 1 g/mL, far beyond any that stands at a chair.
    package var isPossible: Bool {
        (1...10_000_000).contains(rateMicrolitersPerHour) && (1...10_000_000_000).contains(volumeNanoliters)
            && (1...1_000_000).contains(concentrationMicrogramsPerMilliliter)
    }

    /// What of the pump takes the drug from the order, over the whole dose; empty for an order that comes to nothing.
    ///
    /// The drug is compared, never the volume: 0.1 mL is nothing at 1 mg/mL and a quarter of a dose at 100 mg/mL.
    package func differences(from order: Order, _ rules: DoseRules) -> [PumpFigure] {
        guard DoseArithmetic.plan(order) != nil else { return [] }
        return PumpFigure.allCases.filter { figure in
            switch figure {
            case .concentration:
                concentrationMicrogramsPerMilliliter != order.concentrationMicrogramsPerMilliliter
            case .rate, .volume: isAsked(figure, order, rules) || isStopped(figure, order, rules)
            }
        }
    }

    /// Whether a figure's drug is off the order by more than 2 % and more than one step of the pump.
    private func isAsked(_ figure: PumpFigure, _ order: Order, _ rules: DoseRules) -> Bool {
        guard let drug = drug(by: figure, order) else { return false }
        return abs(drug.given - drug.ordered) > max(drug.ordered * Self.askPercent / 100, drug.step)
    }

    /// Whether it is off by more than the protocol lets anybody start with, however coarse the pump's steps are.
    package func isStopped(_ figure: PumpFigure, _ order: Order, _ rules: DoseRules) -> Bool {
        guard let drug = drug(by: figure, order) else { return false }
        return abs(drug.given - drug.ordered) > drug.ordered * rules.pumpStopPercent / 100
    }

    /// What a figure gives over the whole dose and what was ordered, in micrograms, rounded for the eye.
    package func micrograms(by figure: PumpFigure, _ order: Order) -> (given: Int, ordered: Int)? {
        guard let drug = drug(by: figure, order) else { return nil }
        return (DoseArithmetic.divide(drug.given, by: drug.unit), DoseArithmetic.divide(drug.ordered, by: drug.unit))
    }

    /// Drug in parts of a microgram, so that no rounding decides.
    private struct Drug {
        var given: Int
        var ordered: Int
        /// What one step of the pump gives over the whole dose.
        var step: Int
        /// So many parts are a microgram.
        var unit: Int
    }

    /// The volume as the dose it holds; the rate as what it gives in the ordered time; nil for a concentration.
    private func drug(by figure: PumpFigure, _ order: Order) -> Drug? {
        guard isPossible, DoseArithmetic.plan(order) != nil else { return nil }
        let concentration = concentrationMicrogramsPerMilliliter
        // Grams times micrograms per kilogram are thousandths of a microgram.
        let ordered = order.weightGrams * order.doseMicrogramsPerKg
        switch figure {
        case .concentration: return nil
        case .volume:
            return Drug(
                given: volumeNanoliters * concentration,
                ordered: ordered * 1000,
                step: Self.volumeRoundingNanoliters * concentration,
                unit: 1_000_000
            )
        case .rate:
            let minutes = order.durationMinutes
            return Drug(
                given: rateMicrolitersPerHour * concentration * minutes,
                ordered: ordered * 60,
                step: Self.rateRoundingMicrolitersPerHour * concentration * minutes,
                unit: 60_000
            )
        }
    }
}
