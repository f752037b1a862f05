import Session

/// The patient leaves: with whom, and who was given the instructions.
struct DischargeSheet: FormSheet {
    var facts: FormFacts {
        FormFacts("discharge", help: "discharge the patient", menu: FormMenu("d", [.dischargeReady: 10]))
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        switch form.stay(scene)?.decided.patient?.escort {
        case .person(let name, _): form.put("with", name)
        case .approvedTransport(let transport): form.put("with", transport)
        case Escort.none?, nil: break
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            "Discharge",
            act: "discharge",
            [
                Field(
                    "with",
                    "Leaves with",
                    .text,
                    isRequired: true,
                    hint: "the escort who is here, or the approved transport"
                ),
                Field("instructions", "Instructions given to", .text, isRequired: true, hint: "patient and escort"),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let departure = Departure(with: form.text("with"), instructionsGivenTo: form.text("instructions"))
        return form.record(.discharge(departure), scene)
    }
}
