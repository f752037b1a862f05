/// Numbers as people write them in settings files, kept exact: `12.5` mcg becomes 12500 ng without a float between.
enum YamlNumber {
    struct Refusal: Error, Equatable {
        var problem: String
        var cure: String
    }

    /// Reads `text` with up to `digits` decimals and returns it times ten to the power of `digits`.
    static func parse(_ text: String, digits: Int) -> Result<Int, Refusal> {
        let example = digits == 0 ? "40" : "0.5"
        let notNumber = Refusal(
            problem: text.isEmpty
                ? "there is no number" : "\(text) is not \(digits == 0 ? "a whole number" : "a number")",
            cure: "write digits only, such as \(example)"
        )
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return .failure(notNumber) }
        if parts[0].count > 1, parts[0].first == "0" {
            return .failure(Refusal(problem: "\(text) begins with a needless 0", cure: "remove it"))
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard digits > 0 || parts.count == 1 else { return .failure(notNumber) }
        let limit = digits == 1 ? "1 decimal" : "\(digits) decimals"
        guard fraction.count <= digits else {
            return .failure(
                Refusal(problem: "\(text) has more than \(limit)", cure: "round it to \(limit)")
            )
        }
        guard parts[0].count + digits <= 15,
            let value = Int(parts[0] + fraction + String(repeating: "0", count: digits - fraction.count))
        else { return .failure(Refusal(problem: "\(text) is too large", cure: "check the unit in the key")) }
        return .success(isNegative ? -value : value)
    }

    /// A stored number as it stands in the file, without needless zeros: 12500 with 3 digits is `12.5`.
    static func text(_ value: Int, digits: Int) -> String {
        guard digits > 0 else { return "\(value)" }
        let sign = value < 0 ? "-" : ""
        var figures = String(value.magnitude)
        while figures.count <= digits { figures = "0" + figures }
        let whole = figures.dropLast(digits)
        var fraction = figures.suffix(digits)
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
    }

    /// The two sides of `a..b`; anything else gives no two parts.
    static func splitRange(_ text: String) -> [String] {
        let characters = Array(text)
        guard
            let at = characters.indices.dropLast().first(where: { characters[$0] == "." && characters[$0 + 1] == "." })
        else { return [] }
        return [trim(characters[..<at]), trim(characters[(at + 2)...])]
    }

    private static func trim(_ characters: ArraySlice<Character>) -> String {
        var slice = characters
        while slice.first == " " { slice = slice.dropFirst() }
        while slice.last == " " { slice = slice.dropLast() }
        return String(slice)
    }
}
