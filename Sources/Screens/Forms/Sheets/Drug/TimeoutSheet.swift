import Session
import Wording

/// The time-out: patient, drug and dose read aloud, the syringe read by a second person.
///
/// Neither the code of a container nor its concentration stands in this form: who could copy them would not look.
struct TimeoutSheet: FormSheet {
    enum Name: String, FieldName {
        case code, concentration, second
    }

    var facts: FormFacts {
        FormFacts(
            "time-out",
            help: "confirm the time-out with a second name",
            keys: [FormKey("k", "time-out", in: [.ready])],
            menu: FormMenu("t", [.ready: 30, .observing: 55]),
            refusalKey: "2"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let session = form.stay(scene)?.decided
        let patient = session?.patient
        var fields: [Field] = [
            .heading("Read aloud, and have it confirmed:"),
            .computed(
                "Patient",
                patient.map { "\(Words.clean($0.name)), \($0.birthDate.text), \(Words.clean($0.mrn))" } ?? "-"
            ),
            .computed("Allergies", patient.map { Words.clean($0.allergies) } ?? "-"),
            .computed("Weight", patient.map { Words.weight($0) } ?? "-"),
            .computed(
                "Order",
                session?.order.map { Self.words($0, session?.rules.dose.route ?? "") } ?? "no order yet"
            ),
        ]
        let findings = session.map { Words.screeningFindings($0) } ?? []
        for (index, finding) in findings.enumerated() {
            fields.append(.computed(index == 0 ? "Screening" : "", finding, style: .warning))
        }
        if session?.containers.isEmpty ?? true {
            fields.append(
                .computed("Syringe", "none is drawn yet: Esc, \(form.key(to: .drug, scene))", style: .warning)
            )
        }
        fields += [
            .heading("Read from the syringe, not from the screen:"),
            Field(Name.code, "Its code", .text, isRequired: true, hint: "the two characters written on it"),
            Field(Name.concentration, "Its label", .number(unit: "mg/mL", decimals: 3), isRequired: true),
        ]
        fields.append(
            Field(Name.second, "Confirmed by", .text, isRequired: true, hint: "a second person, not who is typing")
        )
        return FormPlan(fields)
    }

    /// The dose that is read aloud; what the syringe bears is left to be read from it.
    private static func words(_ order: Order, _ route: String) -> String {
        let dose = DoseArithmetic.plan(order).map { " = " + DoseArithmetic.milligrams($0.doseMicrograms) } ?? ""
        return Words.clean(
            "\(order.drug) \(DoseArithmetic.milligramsPerKg(order.doseMicrogramsPerKg)) x "
                + "\(DoseArithmetic.kilograms(order.weightGrams))\(dose) over \(order.durationMinutes) min"
                + (route.isEmpty ? ", " : ", \(route), ") + "\(order.prescriber) (\(Words.way(order.way)))"
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let confirmation = Command.confirmTimeout(
            secondName: form.text(Name.second),
            code: form.text(Name.code),
            concentrationMicrogramsPerMilliliter: form.number(Name.concentration, decimals: 3) ?? 0
        )
        return try form.record(confirmation, scene)
    }
}
