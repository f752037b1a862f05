extension VitalsCheck {
    /// What a temperature in tenths Fahrenheit is in tenths Celsius, where it is likely to be Fahrenheit: 86 to 113.
    package static func celsiusTenths(fahrenheitTenths: Int) -> Int? {
        guard (860...1130).contains(fahrenheitTenths) else { return nil }
        return DoseArithmetic.divide((fahrenheitTenths - 320) * 5, by: 9)
    }

    /// Checks a weight in grams against a rule and the weight that stood before it.
    ///
    /// The rule's delta is in percent of the last weight. What is asked about stands in both units: 23.6 kg beside 52 lb
    /// shows at once that the unit was the wrong one.
    package static func checkWeight(
        grams: Int,
        rule: FieldRange,
        lastGrams: Int?
    ) -> (problems: [FieldProblem], questions: [String]) {
        let words = DoseArithmetic.kilograms(grams)
        func range(_ range: ClosedRange<Int>) -> String {
            "\(DecimalText.text(range.lowerBound, decimals: 3)) to \(DoseArithmetic.kilograms(range.upperBound))"
        }
        guard rule.hard.contains(grams) else {
            let sentence = "Weight \(words) is outside \(range(rule.hard))"
            return ([FieldProblem(field: "weight", sentence: sentence)], [])
        }
        var questions: [String] = []
        if let soft = rule.soft, !soft.contains(grams) {
            let both = DecimalWeight.kilograms(grams: grams).words
            questions.append("Weight \(both) is unusual (\(range(soft))): are number and unit right?")
        }
        if let last = lastGrams, last > 0 {
            if let delta = rule.delta, abs(grams - last) * 100 > last * delta {
                questions.append(
                    "Weight \(words) was \(DoseArithmetic.kilograms(last)) before: over \(delta) % apart"
                )
            }
            // Pounds typed as kilograms are 2.2 times too many.
            if (last * 20...last * 24).contains(grams * 10) {
                let converted = DecimalWeight.grams(poundThousandths: grams)
                let pounds = DecimalText.text(grams, decimals: 3)
                questions.append("Was that pounds? \(pounds) lb is \(DoseArithmetic.kilograms(converted))")
            }
        }
        return ([], questions)
    }
}
