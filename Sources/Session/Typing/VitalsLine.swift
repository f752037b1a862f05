/// The line in which vitals are typed: `142/88 84 97 14 4`, or tagged `bp142/88 s97 t36.8`, or both.
///
/// Bare numbers stand in the order BP, HR, SpO2, RR, then MOAA/S (0 to 5) or temperature (30 to 43); any tail may be
/// left out, and a field tagged before them is skipped. Space, comma and plus divide. `-` is not done, `?` no reading,
/// `>` and `<` a reading beyond what can be measured, after a tag or in a field's place. `@14:20` and `@-4` (minutes)
/// say when it was measured. Nothing is guessed: what is in doubt comes back as a question.
package enum VitalsLine {
    /// The words of the line, read from left to right; any text may be given, at any stage of typing.
    package static func parse(_ text: String) -> Parsed {
        var reader = Reader(words: words(text))
        reader.read()
        return reader.parsed
    }

    /// What a line says, as far as it has been typed.
    package struct Parsed: Hashable, Sendable {
        package var vitals = Vitals()
        /// 0 to 4, where `d` was typed.
        package var dissociation: Int?
        package var late: LateMark?
        package var tokens: [Token] = []
        package var problems: [FieldProblem] = []
        package var questions: [Question] = []
        /// The last word, where it can still become something: `14`, `142/`, `hr`.
        package var unfinished: FieldProblem?

        /// Nothing was typed.
        package var isEmpty: Bool { tokens.isEmpty }

        /// What stands in the way of recording the line as it is, questions apart.
        package var blocking: [FieldProblem] { problems + (unfinished.map { [$0] } ?? []) }

        /// Whether it can be handed on: no problem, nothing unfinished, no question open.
        package var isComplete: Bool { !isEmpty && blocking.isEmpty && questions.isEmpty }
    }

    /// One word of the line and what it was understood as.
    package struct Token: Hashable, Sendable {
        /// Character offsets in the text given.
        package var range: Range<Int>
        package var meaning: Meaning
        /// `BP 142/88`, `SpO2 97`, `RR not done`.
        package var text: String

        package init(range: Range<Int>, meaning: Meaning, text: String) {
            self.range = range
            self.meaning = meaning
            self.text = text
        }
    }

    package enum Meaning: Hashable, Sendable {
        case bloodPressure
        case parameter(Parameter)
        case dissociation
        case late
        /// Waits for the answer to a question.
        case ambiguous
        /// Can still become something.
        case unfinished
        case error
    }

    /// What only the person who typed can say.
    package enum Question: Hashable, Sendable {
        /// A pressure and one bare number from 50 to 100.
        case heartRateOrSpo2(Int)
        /// A temperature from 86 to 113: Fahrenheit, with what that is in Celsius.
        case fahrenheit(typedTenths: Int, celsiusTenths: Int)
        /// Not done, and the record wants a reason.
        case reasonNotDone([Parameter])

        package var sentence: String {
            switch self {
            case .heartRateOrSpo2(let value): "Is \(value) the HR or the SpO2?"
            case .fahrenheit(let typed, let celsius):
                "\(DecimalText.text(typed, decimals: 1)) looks like Fahrenheit: record "
                    + "\(Parameter.temperatureTenthsCelsius.text(celsius)) C?"
            case .reasonNotDone(let parameters):
                "Why was \(VitalsLine.names(parameters)) not done?"
            }
        }
    }

    /// Parameters as they are named together: both halves of a pressure are BP.
    package static func names(_ parameters: [Parameter]) -> String {
        let isPressure = parameters.contains(.systolicMmHg) && parameters.contains(.diastolicMmHg)
        let rest = parameters.filter { !isPressure || ($0 != .systolicMmHg && $0 != .diastolicMmHg) }
        return ((isPressure ? ["BP"] : []) + rest.map(\.label)).joined(separator: ", ")
    }
}

extension VitalsLine.Parsed {
    /// Answers whether the one bare number is the heart rate or the saturation.
    package mutating func takeBareNumber(as parameter: Parameter) {
        for question in questions {
            guard case .heartRateOrSpo2(let value) = question else { continue }
            vitals[parameter] = .value(value)
            questions.removeAll { $0 == question }
            for index in tokens.indices where tokens[index].meaning == .ambiguous {
                guard tokens[index].text.hasPrefix("\(value)") else { continue }
                tokens[index].meaning = .parameter(parameter)
                tokens[index].text = "\(parameter.label) \(value)"
            }
        }
    }

    /// Accepts the conversion of a temperature typed in Fahrenheit.
    package mutating func takeCelsius() {
        for question in questions {
            guard case .fahrenheit(_, let celsius) = question else { continue }
            vitals[.temperatureTenthsCelsius] = .value(celsius)
            questions.removeAll { $0 == question }
            for index in tokens.indices where tokens[index].text.hasSuffix(" F?") {
                tokens[index].meaning = .parameter(.temperatureTenthsCelsius)
                tokens[index].text = "Temp " + Parameter.temperatureTenthsCelsius.text(celsius)
            }
        }
    }

    /// Gives the reason for everything that was not done; an empty one answers nothing.
    package mutating func giveReason(_ reason: String) {
        guard reason.contains(where: { !$0.isWhitespace }) else { return }
        for question in questions {
            guard case .reasonNotDone(let parameters) = question else { continue }
            for parameter in parameters { vitals[parameter] = .notDone(reason: reason) }
            questions.removeAll { $0 == question }
        }
    }
}
