/// Decimals as people type and read them, held as integers: `63.4` at three decimals is 63400.
package enum DecimalText {
    /// A typed decimal as an integer scaled by a power of ten, or nil where it cannot be read exactly.
    ///
    /// Comma and point both divide. More decimals than `decimals` are refused unless they are zeros, since a dose is
    /// never rounded at entry. `1,000` is refused, because it may mean one thousand or one.
    package static func scaled(_ text: String, decimals: Int) -> Int? {
        precondition((0...9).contains(decimals), "decimals are 0 to 9")
        let characters = Array(text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " "))
        let divider = characters.firstIndex { $0 == "." || $0 == "," }
        let whole = characters[..<(divider ?? characters.endIndex)]
        let fraction = divider.map { Array(characters[($0 + 1)...]) } ?? []
        guard (1...9).contains(whole.count) || (whole.isEmpty && !fraction.isEmpty) else { return nil }
        guard divider == nil || !fraction.isEmpty, fraction.count <= 9 else { return nil }
        if let divider, characters[divider] == ",", fraction.count == 3, !whole.allSatisfy({ $0 == "0" }) { return nil }
        var value = 0
        for character in whole {
            guard let digit = digit(character) else { return nil }
            value = value * 10 + digit
        }
        for place in 0..<max(decimals, fraction.count) {
            let digit = place < fraction.count ? digit(fraction[place]) : 0
            guard let digit else { return nil }
            if place < decimals {
                value = value * 10 + digit
            } else if digit != 0 {
                return nil
            }
        }
        return value
    }

    /// A scaled integer as people read it, rounded half up to so many decimals, without trailing zeros.
    ///
    /// `0.5`, never `.5`; `5`, never `5.0`: the Institute for Safe Medication Practices lists both as dangerous.
    package static func text(_ value: Int, decimals: Int, shownDecimals: Int? = nil) -> String {
        let shown = min(shownDecimals ?? decimals, decimals)
        let rounded = DoseArithmetic.divide(value, by: power(decimals - shown))
        let unit = power(shown)
        let magnitude = rounded.magnitude
        let whole = magnitude / UInt(unit)
        var fraction = CivilDate.padded(Int(magnitude % UInt(unit)), shown)
        while fraction.last == "0" { fraction.removeLast() }
        let sign = rounded < 0 ? "-" : ""
        return shown == 0 || fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
    }

    static func power(_ exponent: Int) -> Int {
        var result = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    static func digit(_ character: Character) -> Int? {
        guard let ascii = character.asciiValue, (48...57).contains(ascii) else { return nil }
        return Int(ascii) - 48
    }
}
