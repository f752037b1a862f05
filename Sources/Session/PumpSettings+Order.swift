/// A figure that a pump shows and an order fixes.
package enum PumpFigure: String, CaseIterable, Hashable, Sendable {
    case rate
    case volume
    case concentration
}

extension PumpSettings {
    /// Pumps round to 0.1 mL/h: a difference up to that is the pump's, not the nurse's.
    package static let rateRoundingMicrolitersPerHour = 100
    /// Pumps round a volume to 0.1 mL.
    package static let volumeRoundingNanoliters = 100_000

    /// Whether a pump can be set to it: up to 10 L/h, 10 L and 1 g/mL, far beyond any that stands at a chair.
    package var isPossible: Bool {
        (1...10_000_000).contains(rateMicrolitersPerHour) && (1...10_000_000_000).contains(volumeNanoliters)
            && (1...1_000_000).contains(concentrationMicrogramsPerMilliliter)
    }

    /// What is not as ordered, beyond the steps pumps round to; empty for an order that comes to nothing.
    package func differences(from order: Order) -> [PumpFigure] {
        guard let plan = DoseArithmetic.plan(order) else { return [] }
        return PumpFigure.allCases.filter { figure in
            switch figure {
            case .rate:
                abs(rateMicrolitersPerHour - plan.rateMicrolitersPerHour) > Self.rateRoundingMicrolitersPerHour
            case .volume: abs(volumeNanoliters - plan.volumeNanoliters) > Self.volumeRoundingNanoliters
            case .concentration:
                concentrationMicrogramsPerMilliliter != order.concentrationMicrogramsPerMilliliter
            }
        }
    }
}
