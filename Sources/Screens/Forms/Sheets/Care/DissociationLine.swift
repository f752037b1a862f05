import Session

/// A dissociation note as typed: score, `y` or `n` for distress, `m4`, `r-1`, `@14:20`, then words.
///
/// In a correction only what changes is typed, and `m-`, `r-` and `w-` take back MOAA/S, RASS and the words.
struct DissociationLine: Hashable {
    var score: Int?
    var isDistressed: Bool?
    var moaas: Int?
    var rass: Int?
    var late: VitalsLine.LateMark?
    var text = ""
    /// What of the note is taken back, in a correction.
    var takenBack: Set<Parameter> = []
    var dropsWords = false
    var problem: String?

    static let meanings = ["none", "slight", "clear but conversational", "hard to engage", "unreachable"]

    init(_ typed: String, isCorrection: Bool = false) {
        let split = LateTime.split(typed)
        late = split.late
        var words = split.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        while let word = words.first, (isCorrection && takeBack(word.lowercased())) || take(word.lowercased()) {
            words.removeFirst()
        }
        text = TextEntry(words.joined(separator: " ")).trimmed
    }

    /// Takes a word of a correction that takes something back.
    private mutating func takeBack(_ word: String) -> Bool {
        switch word {
        case "m-": takenBack.insert(.moaas)
        case "r-": takenBack.insert(.rass)
        case "w-": dropsWords = true
        default: return false
        }
        return true
    }

    /// The note once this line is laid over it: what was not typed stays.
    func laid(over old: Dissociation) -> Dissociation {
        Dissociation(
            score: score ?? old.score,
            isDistressed: isDistressed ?? old.isDistressed,
            moaas: takenBack.contains(.moaas) ? nil : moaas ?? old.moaas,
            rass: takenBack.contains(.rass) ? nil : rass ?? old.rass,
            text: dropsWords ? "" : text.isEmpty ? old.text : text
        )
    }

    /// Takes a word of the head; false where the words of the note begin.
    private mutating func take(_ word: String) -> Bool {
        if word.isEmpty { return true }
        // `0n` and `2y` are the score and the distress in one word.
        let bare = word.first == "d" ? String(word.dropFirst()) : word
        if score == nil, let last = bare.last, "yn!".contains(last), let digit = Int(bare.dropLast()),
            (0...4).contains(digit)
        {
            score = digit
            isDistressed = last != "n"
            return true
        }
        let number = Int(bare)
        if score == nil, let number {
            if (0...4).contains(number) { score = number } else { problem = "dissociation is 0 to 4, not \(word)" }
            return true
        }
        if isDistressed == nil, ["y", "n", "!"].contains(word) {
            isDistressed = word != "n"
            return true
        }
        if moaas == nil, word.first == "m", let value = Int(word.dropFirst()) {
            if (0...5).contains(value) { moaas = value } else { problem = "MOAA/S is 0 to 5, not \(value)" }
            return true
        }
        if rass == nil, word.first == "r", let value = Int(word.dropFirst()) {
            if (-5...4).contains(value) { rass = value } else { problem = "RASS is -5 to +4, not \(value)" }
            return true
        }
        return false
    }

    /// What was understood, word by word.
    var words: [String] {
        var words: [String] = []
        if let score { words.append("dissociation \(score) \(Self.meanings[score])") }
        if let isDistressed { words.append(isDistressed ? "DISTRESSED" : "not distressed") }
        if let moaas { words.append("MOAA/S \(moaas)") }
        if let rass { words.append("RASS \(Parameter.rass.text(rass))") }
        if let late { words.append(late.words) }
        return words
    }
}
