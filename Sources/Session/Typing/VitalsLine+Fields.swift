extension VitalsLine.Reader {
    typealias Tag = VitalsLine.Tag
    typealias Word = VitalsLine.Word

    /// Puts a value into the field of a tag.
    mutating func fill(_ tag: Tag, _ value: String, _ word: Word, isLast: Bool) {
        guard !filled.contains(tag) else { return fail(word, tag.field, "\(tag.label) is typed twice") }
        filled.insert(tag)
        switch value {
        case "":
            fail(word, tag.field, "\(tag.label) has no value", canGrow: isLast)
        case "-":
            leaveUndone(tag, word)
        case "?": mark(tag, .noReading, "no reading", word)
        case ">": mark(tag, .high, "HIGH", word)
        case "<": mark(tag, .low, "LOW", word)
        default:
            switch tag {
            case .bloodPressure: fillPressure(value, word, isLast: isLast)
            case .parameter(.temperatureTenthsCelsius): fillTemperature(value, word, isLast: isLast)
            case .parameter(let parameter): fillNumber(parameter, value, word, isLast: isLast)
            case .dissociation: fillDissociation(value, word)
            }
        }
    }

    private mutating func leaveUndone(_ tag: Tag, _ word: Word) {
        guard tag != .dissociation else { return fail(word, tag.field, "Dissociation is 0 to 4, or leave it out") }
        let reason = tag.reasonByItself
        for parameter in tag.parameters {
            parsed.vitals[parameter] = .notDone(reason: reason ?? "")
            if reason == nil { notDone.append(parameter) }
        }
        accept(word, tag.meaning, "\(tag.label) \(reason ?? "not done")")
    }

    private mutating func mark(_ tag: Tag, _ why: Unmeasurable, _ words: String, _ word: Word) {
        guard tag.canBeUnmeasurable else {
            return fail(word, tag.field, "\(tag.label) is scored by a person: give the score, or - for not done")
        }
        for parameter in tag.parameters { parsed.vitals[parameter] = .unmeasurable(why) }
        accept(word, tag.meaning, "\(tag.label) \(words)")
    }

    private mutating func fillPressure(_ value: String, _ word: Word, isLast: Bool) {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap(Self.wholeNumber)
        guard parts.count == 2, numbers.count == 2 else {
            let canGrow = isLast && parts.count <= 2 && numbers.count == parts.filter { !$0.isEmpty }.count
            let field = Parameter.systolicMmHg.rawValue
            return fail(word, field, "BP is typed as 142/88, not \(value)", canGrow: canGrow && parts[0] != "")
        }
        if let problem = VitalsCheck.pressureProblem(systolic: numbers[0], diastolic: numbers[1]) {
            return fail(word, problem.field, problem.sentence)
        }
        parsed.vitals[.systolicMmHg] = .value(numbers[0])
        parsed.vitals[.diastolicMmHg] = .value(numbers[1])
        accept(word, .bloodPressure, "BP \(numbers[0])/\(numbers[1])")
    }

    private mutating func fillTemperature(_ value: String, _ word: Word, isLast: Bool) {
        let parameter = Parameter.temperatureTenthsCelsius
        guard let tenths = DecimalText.scaled(value, decimals: 1), tenths < 10_000 else {
            let canGrow = isLast && value.hasSuffix(".") && Self.wholeNumber(String(value.dropLast())) != nil
            return fail(word, parameter.rawValue, "Temp is typed as 36.8, not \(value)", canGrow: canGrow)
        }
        // The value stays as typed until the conversion is accepted, so that an unanswered question cannot record it.
        parsed.vitals[parameter] = .value(tenths)
        if let celsius = VitalsCheck.celsiusTenths(fahrenheitTenths: tenths) {
            parsed.questions.append(.fahrenheit(typedTenths: tenths, celsiusTenths: celsius))
            return accept(word, .ambiguous, "Temp \(parameter.text(tenths)) F?")
        }
        accept(word, .parameter(parameter), "Temp \(parameter.text(tenths))")
    }

    private mutating func fillDissociation(_ value: String, _ word: Word) {
        guard let score = Self.wholeNumber(value), score <= 4 else {
            return fail(word, "dissociation", "Dissociation is 0 to 4, not \(value)")
        }
        parsed.dissociation = score
        accept(word, .dissociation, "Dissociation \(score)")
    }

    private mutating func fillNumber(_ parameter: Parameter, _ value: String, _ word: Word, isLast: Bool) {
        guard let number = Self.number(value, parameter) else {
            let kind = parameter.decimals == 0 ? "a whole number" : "a number with one decimal"
            let isSign = parameter.facts.isSigned && value == "+"
            let canGrow = isLast && (isSign || (parameter.decimals > 0 && value.hasSuffix(".")))
            return fail(word, parameter.rawValue, "\(parameter.label) is \(kind), not \(value)", canGrow: canGrow)
        }
        parsed.vitals[parameter] = .value(number)
        accept(word, .parameter(parameter), "\(parameter.label) \(parameter.text(number))")
    }

    private static func number(_ text: String, _ parameter: Parameter) -> Int? {
        if parameter.facts.isSigned, let sign = text.first, sign == "-" || sign == "+" {
            return wholeNumber(String(text.dropFirst())).map { sign == "-" ? -$0 : $0 }
        }
        guard parameter.decimals > 0 else { return wholeNumber(text) }
        return DecimalText.scaled(text, decimals: parameter.decimals).flatMap { $0 < 10_000 ? $0 : nil }
    }

    /// One to three digits.
    private static func wholeNumber(_ text: String) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy({ DecimalText.digit($0) != nil }) else { return nil }
        return Int(text)
    }
}
