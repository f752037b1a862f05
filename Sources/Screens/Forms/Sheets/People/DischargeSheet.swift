import Session

/// The patient leaves: with whom, and who was given the instructions.
struct DischargeSheet: FormSheet {
    enum Name: String, FieldName {
        case with, instructions
    }

    var facts: FormFacts {
        FormFacts("discharge", help: "discharge the patient", menu: FormMenu("d", [.dischargeReady: 10]))
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        switch form.stay(scene)?.decided.patient?.escort {
        case .person(let name, _): form.put(Name.with, name)
        case .approvedTransport(let transport): form.put(Name.with, transport)
        case Escort.none?, nil: break
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            act: "discharge",
            [
                Field(
                    Name.with,
                    "Leaves with",
                    .text,
                    isRequired: true,
                    hint: "the escort who is here, or the approved transport"
                ),
                Field(Name.instructions, "Instructions given to", .text, isRequired: true, hint: "patient and escort"),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let departure = Departure(with: form.text(Name.with), instructionsGivenTo: form.text(Name.instructions))
        return try form.record(.discharge(departure), scene)
    }
}
