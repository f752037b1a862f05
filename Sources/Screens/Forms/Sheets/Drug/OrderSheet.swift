import Session
import Wording

/// The prescriber's order, with what it comes to, worked out while it is typed.
struct OrderSheet: FormSheet {
    enum Name: String, FieldName {
        case drug, dose, minutes, concentration, prescriber, way
    }

    var facts: FormFacts {
        FormFacts(
            "order",
            help: "enter the prescriber's order",
            keys: [
                FormKey("o", "order", in: [.screening, .ready, .observing]),
                FormKey("o", "", in: [.dosing, .paused], help: "enter a new order while the infusion goes on"),
            ],
            menu: FormMenu("o", [.screening: 30, .ready: 50, .dosing: 40, .paused: 50]),
            refusalKey: "o"
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided else { return }
        let order = session.order
        let dose = session.rules.dose
        form.put(Name.drug, order?.drug ?? dose.drug)
        form.put(Name.dose, DecimalText.text(order?.doseMicrogramsPerKg ?? dose.doseMicrogramsPerKg, decimals: 3))
        // Never the weight of the order before: after a correction it would be ordered once more.
        form.put(WeightField.Name.weight, session.patient?.weight.typed ?? "")
        form.put(Name.minutes, "\(order?.durationMinutes ?? dose.durationMinutes)")
        let concentration = order?.concentrationMicrogramsPerMilliliter ?? dose.concentrationMicrogramsPerMilliliter
        form.put(Name.concentration, DecimalText.text(concentration, decimals: 3))
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let patient = form.stay(scene)?.decided.patient
        let weighed = patient.map { "weighed today: \(Words.weight($0))" } ?? ""
        return FormPlan(
            act: "place the order",
            [
                Field(Name.drug, "Drug", .text, isRequired: true),
                Field(Name.dose, "Dose", .number(unit: "mg/kg", decimals: 3), isRequired: true),
            ] + WeightField.fields(form, label: "Weight", hint: weighed) + [
                Field(Name.minutes, "Over", .number(unit: "min", decimals: 0), isRequired: true),
                Field(Name.concentration, "Concentration", .number(unit: "mg/mL", decimals: 3), isRequired: true),
            ] + figures(form, scene) + [
                Field(Name.prescriber, "Prescriber", .text, isRequired: true, hint: StaffChoices.prescribers(scene)),
                Field(Name.way, "Way", .choice(OrderWay.self), isRequired: true),
            ]
        )
    }

    private func figures(_ form: Form, _ scene: Scene) -> [Field] {
        guard let order = Self.order(form), let plan = DoseArithmetic.plan(order) else {
            return [.computed("Comes to", "needs weight, time and concentration above 0", style: .hint)]
        }
        let isStep = plan.pumpRateMicrolitersPerHour == plan.rateMicrolitersPerHour
        let pump = isStep ? "" : ", pump \(plan.pumpRateText)"
        let figures = [
            DoseArithmetic.milligrams(plan.doseMicrograms), plan.volumeText, plan.rateText + pump,
            DoseArithmetic.microgramsPerKgMinute(plan.nanogramsPerKgMinute),
            DoseArithmetic.milligramsPerKgHour(plan.microgramsPerKgHour),
        ]
        var fields: [Field] = [.computed("Comes to", figures.joined(separator: "   "), style: .good)]
        if let check = form.stay(scene)?.decided.check(order) {
            let remarks = check.hard.map { "STOP: \(Words.sentence(of: $0))" } + check.questions
            fields += remarks.map { .computed("", $0, style: .warning) }
        }
        return fields
    }

    func problem(in field: FieldID, _ form: Form, _ scene: Scene) -> String? {
        field == WeightField.Name.weight.id && !form.text(field).isEmpty ? WeightField.problem(form) : nil
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard var order = Self.order(form), let plan = DoseArithmetic.plan(order), plan.doseMicrograms > 0 else {
            let zero = [Name.dose, .minutes, .concentration].first { form.number($0, decimals: 3) == 0 }
            throw .problem(
                zero ?? .dose,
                "the dose cannot be worked out: this must be above 0, and within reason"
            )
        }
        order.way = try form.needed(Name.way)
        try StaffChoices.confirmPrescriber(order.prescriber, form, scene)
        return try form.record(.placeOrder(order, confirmedUnusual: false), scene)
    }

    /// The order as far as its figures go: how it came is asked after them.
    private static func order(_ form: Form) -> Order? {
        guard let dose = form.number(Name.dose, decimals: 3), let weight = WeightField.weight(form),
            let minutes = form.number(Name.minutes, decimals: 0),
            let concentration = form.number(Name.concentration, decimals: 3)
        else { return nil }
        return Order(
            drug: form.text(Name.drug),
            doseMicrogramsPerKg: dose,
            weightGrams: weight.grams,
            durationMinutes: minutes,
            concentrationMicrogramsPerMilliliter: concentration,
            prescriber: form.text(Name.prescriber),
            way: form.answer(Name.way) ?? .written
        )
    }
}
