extension VitalsLine {
    /// Reads words into a `Parsed`.
    struct Reader {
        let words: [Word]
        var parsed = Parsed()
        /// Tags that stand anywhere in the line: they settle what a single bare number is.
        private let tagged: Set<Tag>
        /// How many bare words there are besides a pressure; a single number may be one of two.
        private let bareCount: Int
        var filled: Set<Tag> = []
        var notDone: [Parameter] = []

        init(words: [Word]) {
            self.words = words
            var tagged: Set<Tag> = []
            var bareCount = 0
            for word in words {
                if let (tag, _) = Tag.leading(word.text) {
                    tagged.insert(tag)
                } else if word.text.contains("/") {
                    tagged.insert(.bloodPressure)
                } else if word.text.first?.isLetter == false, word.text.first != "@" {
                    bareCount += 1
                }
            }
            self.tagged = tagged
            self.bareCount = bareCount
        }

        mutating func read() {
            for (index, word) in words.enumerated() { read(word, isLast: index == words.count - 1) }
            if !notDone.isEmpty { parsed.questions.append(.reasonNotDone(notDone)) }
        }

        private mutating func read(_ word: Word, isLast: Bool) {
            if word.text.first == "@" {
                readLate(word, isLast: isLast)
            } else if let (tag, rest) = Tag.leading(word.text) {
                fill(tag, rest, word, isLast: isLast)
            } else if word.text.first?.isLetter == true {
                let canGrow = Tag.allCases.contains { $0.spellings.contains { $0.hasPrefix(word.text) } }
                let tags = Tag.allCases.map(\.shortest).joined(separator: " ")
                fail(word, "line", "\(word.text) is not known: use \(tags)", canGrow: isLast && canGrow)
            } else {
                readBare(word, isLast: isLast)
            }
        }

        private mutating func readLate(_ word: Word, isLast: Bool) {
            let text = String(word.text.dropFirst())
            guard let late = LateMark(text: text) else {
                let sentence = "\(word.text) is no time: use @14:20, or @-4 for 4 min ago"
                return fail(word, "observedAt", sentence, canGrow: isLast && LateMark.canGrow(text))
            }
            guard parsed.late == nil else { return fail(word, "observedAt", "The time is typed twice") }
            parsed.late = late
            accept(word, .late, late.words)
        }

        /// A word without a tag: a pressure, or the next field in order.
        private mutating func readBare(_ word: Word, isLast: Bool) {
            if word.text.contains("/") { return fill(.bloodPressure, word.text, word, isLast: isLast) }
            let isNumber = word.text.first.flatMap(DecimalText.digit) != nil
            if !tagged.contains(.bloodPressure), !filled.contains(.bloodPressure) {
                if !isNumber { return fill(.bloodPressure, word.text, word, isLast: isLast) }
                let sentence = "\(word.text): BP comes first, as 142/88, or tag the number, as hr84"
                return fail(word, Parameter.systolicMmHg.rawValue, sentence, canGrow: isLast && bareCount == 1)
            }
            let order: [Tag] = [
                .parameter(.heartRatePerMin), .parameter(.spo2Percent), .parameter(.respiratoryRatePerMin),
            ]
            guard let next = order.first(where: { !filled.contains($0) }) else {
                return readFifth(word, isLast: isLast)
            }
            if next == .parameter(.heartRatePerMin), bareCount == 1, let value = Int(word.text),
                (50...100).contains(value)
            {
                switch (tagged.contains(.parameter(.heartRatePerMin)), tagged.contains(.parameter(.spo2Percent))) {
                case (false, false):
                    parsed.questions.append(.heartRateOrSpo2(value))
                    return accept(word, .ambiguous, "\(value): HR or SpO2?")
                case (true, false): return fill(.parameter(.spo2Percent), word.text, word, isLast: isLast)
                case (_, true): break
                }
            }
            fill(next, word.text, word, isLast: isLast)
        }

        private static let temperature = Tag.parameter(.temperatureTenthsCelsius)

        /// What follows the rates: 0 to 5 is MOAA/S, 30 to 43 (or Fahrenheit) a temperature.
        private mutating func readFifth(_ word: Word, isLast: Bool) {
            let canTakeTemperature = !filled.contains(Self.temperature)
            // None after a temperature: `36,4` would lose its decimal to a score.
            let canTakeMoaas = !filled.contains(.parameter(.moaas)) && canTakeTemperature
            let tenths = DecimalText.scaled(word.text, decimals: 1)
            if let tenths, canTakeTemperature, (300...430).contains(tenths) || (860...1130).contains(tenths) {
                return fill(Self.temperature, word.text, word, isLast: isLast)
            }
            if canTakeMoaas, word.text == "-" || (tenths.map { (0...50).contains($0) } ?? false) {
                return fill(.parameter(.moaas), word.text, word, isLast: isLast)
            }
            var sentence = "\(word.text): here stands MOAA/S 0 to 5 or a temperature 30 to 43"
            if !canTakeMoaas || !canTakeTemperature {
                sentence = "\(word.text) is one number too many: tag it, and write decimals with a point"
            }
            let canGrow = isLast && ["6", "7", "8", "9", "10", "11"].contains(word.text) || word.text.hasSuffix(".")
            fail(word, "line", sentence, canGrow: canGrow && canTakeTemperature)
        }

        mutating func accept(_ word: Word, _ meaning: Meaning, _ text: String) {
            parsed.tokens.append(Token(range: word.range, meaning: meaning, text: text))
        }

        mutating func fail(_ word: Word, _ field: String, _ sentence: String, canGrow: Bool = false) {
            let problem = FieldProblem(field: field, sentence: sentence)
            if canGrow {
                parsed.unfinished = problem
                accept(word, .unfinished, word.text)
            } else {
                parsed.problems.append(problem)
                accept(word, .error, sentence)
            }
        }
    }
}
