/// The weight a dose is reckoned from, and whether the patient's own is far above the ideal.
///
/// Ideal weight is Devine's: 50 kg (men) or 45.5 kg (women) and 2.3 kg for each inch over 60. Below 60 inches sources
/// disagree; here it stays at the base, and `isBelowFormula` says so. There is no agreed basis for ketamine in obesity.
package struct DoseWeight: Hashable, Sendable {
    package enum Basis: Hashable, Sendable {
        case actual
        case ideal
        case adjusted
        case capped(grams: Int)
    }

    package let actualGrams: Int
    package let idealGrams: Int
    /// Ideal plus 0.4 of what the patient weighs above it; the actual weight where that is below the ideal.
    package let adjustedGrams: Int
    /// Under 60 inches, where the formula does not hold and its base was taken.
    package let isBelowFormula: Bool

    /// Works the weights out; nil where the formula knows no base for the sex.
    package init?(actualGrams: Int, heightCentimeters: Int, sex: Sex) {
        let baseGrams: Int
        switch sex {
        case .male: baseGrams = 50_000
        case .female: baseGrams = 45_500
        case .other, .unknown: return nil
        }
        // Everything is held in 254ths of a gram: 2300 g for each 2.54 cm over 60 inches.
        let over = 2300 * (heightCentimeters * 100 - 15_240)
        let ideal = baseGrams * 254 + max(0, over)
        self.actualGrams = actualGrams
        idealGrams = DoseArithmetic.divide(ideal, by: 254)
        isBelowFormula = over < 0
        adjustedGrams =
            actualGrams * 254 < ideal
            ? actualGrams : DoseArithmetic.divide(6 * ideal + 4 * actualGrams * 254, by: 2540)
    }

    /// The weight of a basis.
    ///
    /// Nobody is dosed for more than they weigh: a lighter patient's actual weight is used.
    package func grams(_ basis: Basis) -> Int {
        switch basis {
        case .actual: actualGrams
        case .ideal: min(actualGrams, idealGrams)
        case .adjusted: adjustedGrams
        case .capped(let grams): min(actualGrams, grams)
        }
    }

    /// Actual over ideal in hundredths: 164 is 1.64 times.
    package var ratioHundredths: Int { DoseArithmetic.divide(actualGrams * 100, by: idealGrams) }

    /// The actual weight is over 130 % of the ideal: which basis was used must be plain to everyone.
    package var isFarAboveIdeal: Bool { actualGrams * 100 > idealGrams * 130 }
}
