/// A body weight as typed, in the unit it was typed in: kilograms, or pounds with what they are in grams.
package enum DecimalWeight: Hashable, Sendable {
    case kilograms(grams: Int)
    case pounds(thousandths: Int, grams: Int)

    /// Reads `63.4k`, `63,4 kg`, `139.8l`, `140 lb`, `140lbs`; nil without a unit.
    ///
    /// 176 may be pounds or kilograms, and twice the dose hangs on it: `bare` says what such a number could mean.
    package init?(text: String) {
        let typed = text.lowercased().filter { $0 != " " }
        guard let suffix = ["kg", "k", "lbs", "lb", "l"].first(where: typed.hasSuffix) else { return nil }
        self.init(number: String(typed.dropLast(suffix.count)), isPounds: suffix.hasPrefix("l"))
    }

    /// What a number without a unit is as kilograms and as pounds; nil for anything else.
    package static func bare(_ text: String) -> (kilograms: DecimalWeight, pounds: DecimalWeight)? {
        guard let kilograms = DecimalWeight(number: text, isPounds: false),
            let pounds = DecimalWeight(number: text, isPounds: true)
        else { return nil }
        return (kilograms, pounds)
    }

    /// More than any scales show, and far less than what can be reckoned with.
    private static let mostThousandths = 100_000_000

    private init?(number: String, isPounds: Bool) {
        guard let thousandths = DecimalText.scaled(number, decimals: 3),
            (1...Self.mostThousandths).contains(thousandths)
        else { return nil }
        self =
            isPounds
            ? .pounds(thousandths: thousandths, grams: Self.grams(poundThousandths: thousandths))
            : .kilograms(grams: thousandths)
    }

    /// A weight as it was kept; pounds that are not those grams are not believed.
    package init(grams: Int, poundThousandths: Int?) {
        if let pounds = poundThousandths, (1...Self.mostThousandths).contains(pounds),
            Self.grams(poundThousandths: pounds) == grams
        {
            self = .pounds(thousandths: pounds, grams: grams)
        } else {
            self = .kilograms(grams: grams)
        }
    }

    package var grams: Int {
        switch self {
        case .kilograms(let grams), .pounds(_, let grams): grams
        }
    }

    /// Pounds as they were typed, in thousandths; nil for kilograms.
    package var poundThousandths: Int? {
        switch self {
        case .kilograms: nil
        case .pounds(let thousandths, _): thousandths
        }
    }

    /// Pounds to grams, rounded half up once to 100 g, as scales show it; a pound is 453.59237 g by definition.
    ///
    /// A dose by weight with grams that no scale measured would look more exact than it is.
    package static func grams(poundThousandths: Int) -> Int {
        DoseArithmetic.divide(poundThousandths * 45_359_237, by: 10_000_000_000) * 100
    }

    /// `176 lb`: as typed, or from kilograms rounded half up to a tenth.
    package var pounds: String {
        switch self {
        case .kilograms(let grams) where !(0...Self.mostThousandths).contains(grams):
            // Such a weight stands in a damaged record alone.
            "? lb"
        case .kilograms(let grams):
            DecimalText.text(DoseArithmetic.divide(grams * 1_000_000, by: 45_359_237), decimals: 1) + " lb"
        case .pounds(let thousandths, _): DecimalText.text(thousandths, decimals: 3) + " lb"
        }
    }

    /// As typed: `63.4 kg`, `139.8 lb`.
    package var typed: String {
        switch self {
        case .kilograms: DoseArithmetic.kilograms(grams)
        case .pounds: pounds
        }
    }

    /// In both units, the typed one first: `80 kg = 176.4 lb`, `176 lb = 79.8 kg`.
    package var words: String {
        switch self {
        case .kilograms: "\(typed) = \(pounds)"
        case .pounds: "\(typed) = \(DoseArithmetic.kilograms(grams))"
        }
    }
}
