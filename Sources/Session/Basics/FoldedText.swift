/// Text reduced to what tells two names or numbers apart.
enum FoldedText {
    /// The letters and digits of a text in lower case, Latin ones without their accents, in words.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if let kept = folded(scalar) {
                word += kept
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// What a character counts as: empty for one that is not seen or may be left out, nil for one that ends a word.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        if scalar.isASCII {
            if scalar == "'" || scalar == "`" { return "" }
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : nil
        }
        let properties = scalar.properties
        let category = properties.generalCategory
        if category == .format || "’ʼ‘´".unicodeScalars.contains(scalar) { return "" }
        // Accents are left out; the marks of other scripts are part of the letter.
        if category == .nonspacingMark, properties.canonicalCombiningClass != .notReordered { return "" }
        if properties.numericType == .decimal, let value = properties.numericValue { return "\(Int(value))" }
        if category == .nonspacingMark || category == .spacingMark { return String(scalar) }
        guard properties.isAlphabetic else { return nil }
        return scalar == "ß" ? "ss" : letter(named: properties.name) ?? String(scalar)
    }

    /// The letter under an accent, by its Unicode name: `LATIN SMALL LETTER O WITH STROKE` is an o.
    private static func letter(named name: String?) -> String? {
        guard let name else { return nil }
        let base = name.firstRange(of: " WITH ").map { name[..<$0.lowerBound] } ?? name[...]
        guard base.contains("LATIN SMALL LETTER"), let letter = base.split(separator: " ").last else {
            return base.lowercased()
        }
        return letter.lowercased()
    }
}
