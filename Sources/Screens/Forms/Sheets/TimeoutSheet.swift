import Session

/// The time-out: patient, drug, dose, concentration and rate read back by a second person.
struct TimeoutSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let session = form.stay(context)?.decided
        let patient = session?.patient
        var fields: [Field] = [
            .heading("Read aloud, and have it confirmed:"),
            .computed(
                "patient",
                "Patient",
                patient.map { "\(Words.clean($0.name)), \($0.birthDate.text), \(Words.clean($0.mrn))" } ?? "-"
            ),
            .computed("allergies", "Allergies", patient.map { Words.clean($0.allergies) } ?? "-"),
            .computed("weight", "Weight", patient.map { Words.weight($0) } ?? "-"),
            .computed("order", "Order", session?.order.map { Words.clean(Words.describe($0)) } ?? "no order yet"),
        ]
        if let order = session?.order, let plan = DoseArithmetic.plan(order) {
            let figures = [
                DoseArithmetic.milligrams(plan.doseMicrograms), plan.volumeText, plan.pumpRateText,
            ]
            fields.append(.computed("figures", "Comes to", figures.joined(separator: "   ")))
        }
        fields.append(
            Field("second", "Confirmed by", .text, isRequired: true, hint: "a second person, not who is typing")
        )
        return FormPlan("Time-out", fields)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        form.record(.confirmTimeout(secondName: form.text("second")), context)
    }
}
