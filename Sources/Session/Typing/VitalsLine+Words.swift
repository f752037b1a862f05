extension VitalsLine {
    /// A word of the line, in lower case, and where it stands.
    struct Word: Hashable {
        var text: String
        var range: Range<Int>
    }

    /// Divides a line into words at spaces, commas and pluses.
    ///
    /// A plus right after `r` is the sign of a RASS; a comma inside a tagged decimal (`t36,8`) is its point. A tag alone
    /// takes the value after it (`hr 84`).
    static func words(_ text: String) -> [Word] {
        let characters = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
        var words: [Word] = []
        var current: Word?
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            if isDivider(character, after: current?.text ?? "", before: next) {
                if let word = current { words.append(word) }
                current = nil
            } else {
                let word = current ?? Word(text: "", range: index..<index)
                let text = word.text + (character == "," ? "." : String(character))
                current = Word(text: text, range: word.range.lowerBound..<index + 1)
            }
        }
        if let word = current { words.append(word) }
        return joined(words)
    }

    private static func isDivider(_ character: Character, after word: String, before next: Character?) -> Bool {
        if character.isWhitespace { return true }
        guard character == "," || character == "+" else { return false }
        guard let next, DecimalText.digit(next) != nil, let (tag, rest) = Tag.leading(word) else { return true }
        if character == "+" { return !(tag.parameters.contains(where: \.facts.isSigned) && rest.isEmpty) }
        let isDecimal = tag.parameters.contains { $0.decimals > 0 }
        return !(isDecimal && !rest.isEmpty && rest.allSatisfy { DecimalText.digit($0) != nil })
    }

    private static func joined(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for word in words {
            if let last = result.last, let (_, rest) = Tag.leading(last.text), rest.isEmpty,
                let first = word.text.first, DecimalText.digit(first) != nil || "-?<>".contains(first)
            {
                result[result.count - 1].text += word.text
                result[result.count - 1].range = last.range.lowerBound..<word.range.upperBound
            } else {
                result.append(word)
            }
        }
        return result
    }
}
