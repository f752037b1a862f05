/// A body weight as typed: kilograms, or pounds with what they are in grams.
package enum DecimalWeight: Hashable, Sendable {
    case kilograms(grams: Int)
    /// Typed with `lb`: the conversion is shown and confirmed, never silent.
    case pounds(thousandths: Int, grams: Int)

    /// Reads `63.4`, `63,4 kg`, `139.8 lb`, `140lbs`; without a unit it is kilograms.
    package init?(text: String) {
        var number = text.lowercased().filter { $0 != " " }
        var isPounds = false
        for (suffix, pounds) in [("kg", false), ("lbs", true), ("lb", true)] where number.hasSuffix(suffix) {
            number.removeLast(suffix.count)
            isPounds = pounds
            break
        }
        guard let thousandths = DecimalText.scaled(number, decimals: 3), thousandths > 0 else { return nil }
        self =
            isPounds
            ? .pounds(thousandths: thousandths, grams: Self.grams(poundThousandths: thousandths))
            : .kilograms(grams: thousandths)
    }

    package var grams: Int {
        switch self {
        case .kilograms(let grams), .pounds(_, let grams): grams
        }
    }

    /// Pounds to grams, rounded half up once to 100 g, as scales show it; a pound is 453.59237 g by definition.
    ///
    /// A dose by weight with grams that no scale measured would look more exact than it is.
    package static func grams(poundThousandths: Int) -> Int {
        DoseArithmetic.divide(poundThousandths * 45_359_237, by: 10_000_000_000) * 100
    }

    /// `63.4 kg`, `139.8 lb = 63.4 kg`.
    package var words: String {
        let kilograms = DecimalText.text(grams, decimals: 3) + " kg"
        return switch self {
        case .kilograms: kilograms
        case .pounds(let thousandths, _): DecimalText.text(thousandths, decimals: 3) + " lb = " + kilograms
        }
    }
}
