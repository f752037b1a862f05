import Session

/// The rate was changed on the pump, now or at a time that is named.
struct RateSheet: FormSheet {
    enum Name: String, FieldName {
        case rate
    }

    var facts: FormFacts {
        FormFacts("change the rate", help: "change the rate", menu: FormMenu("r", [.dosing: 10]))
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let session = form.stay(scene)?.decided
        let running = form.stay(scene).flatMap { $0.decided.dose(at: $0.now) }
        var fields: [Field] = []
        if let running {
            fields.append(
                .computed("Runs at", DoseArithmetic.millilitersPerHour(running.rateMicrolitersPerHour))
            )
        }
        fields.append(
            Field(
                Name.rate,
                "New rate",
                .number(unit: "mL/h", decimals: 3),
                isRequired: true,
                hint: "as the pump shows it"
            )
        )
        if let rate = form.number(Name.rate, decimals: 3), rate <= 10_000_000, let pump = session?.pump,
            let grams = session?.order?.weightGrams ?? session?.patient?.weightGrams, grams > 0
        {
            let figure = DoseArithmetic.nanogramsPerKgMinute(
                rateMicrolitersPerHour: rate,
                concentrationMicrogramsPerMilliliter: pump.concentrationMicrogramsPerMilliliter,
                weightGrams: grams
            )
            fields.append(.computed("Comes to", DoseArithmetic.microgramsPerKgMinute(figure), style: .good))
        }
        fields.append(LateTime.field("Changed at"))
        return FormPlan(fields)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let rate = form.number(Name.rate, decimals: 3), rate > 0 else {
            throw .problem(Name.rate, "a rate of 0 is a pause: Esc, p")
        }
        let instant = try LateTime.instant(form, scene)
        return try form.record(.changeRate(rateMicrolitersPerHour: rate, observedAtMicros: instant), scene)
    }
}
