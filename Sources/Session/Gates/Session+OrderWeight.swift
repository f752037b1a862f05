extension Session {
    /// What of an order the protocol stops, and what is asked about it: its dose, and the weight it is for.
    package func check(_ order: Order) -> (hard: [Need], questions: [String]) {
        let dose = DoseArithmetic.check(order: order, rules: rules.dose)
        var questions = VitalsCheck.checkWeight(grams: order.weightGrams, rule: rules.weight, lastGrams: nil).questions
        if let patient, patient.weightGrams != order.weightGrams {
            let ordered = DecimalWeight.kilograms(grams: order.weightGrams).words
            questions.append("The order is for \(ordered), weighed today: \(patient.weight.words)")
        }
        return (dose.hard, dose.questions + questions)
    }

    /// How far the order that counts is from the patient's weight; nil where it is for that weight, or where a
    /// prescriber has decided to go on after both were known.
    package var weightDifference: WeightDifference? {
        let newest = newest(.order) { if case .orderPlaced(let order) = $0 { order } else { nil } }
        guard let newest, let patient, newest.value.weightGrams != patient.weightGrams else { return nil }
        let ordered = newest.entry.event.number
        let weighed = weightEntry
        let difference = WeightDifference(
            orderedGrams: newest.value.weightGrams,
            weighedGrams: patient.weightGrams,
            isCorrected: weighed > ordered
        )
        return isOverridden(.orderForWeight(difference), since: max(ordered, weighed)) ? nil : difference
    }

    /// The number of the entry that gave the patient's weight: the opening, or its newest amendment of it.
    ///
    /// One that corrects the name alone opens no question about the weight again.
    private var weightEntry: Int {
        var number = 0
        var grams: Int?
        for (laidBy, opening) in openings where opening.patient.weightGrams != grams {
            number = laidBy
            grams = opening.patient.weightGrams
        }
        return number
    }
}
