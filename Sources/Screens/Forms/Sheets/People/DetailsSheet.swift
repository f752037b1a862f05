import Session

/// The patient's details after check-in: a weight measured again, an escort who was found, a misspelt name.
///
/// It is a correction of the opening, so the earlier details stay in the record.
struct DetailsSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "patient's details",
            help: "correct the patient's details: weight, escort, name",
            menu: FormMenu(
                "x",
                [
                    .screening: 80, .ready: 90, .dosing: 90, .paused: 100, .observing: 80, .dischargeReady: 80,
                ]
            ),
            refusalKey: "e"
        )
    }

    private typealias Name = CheckInSheet.Name
    private typealias EscortKind = CheckInSheet.EscortKind

    private let checkIn = CheckInSheet()

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let patient = form.stay(scene)?.decided.patient else { return }
        form.put(Name.name, patient.name)
        form.put(Name.birth, patient.birthDate.text)
        form.put(Name.mrn, patient.mrn)
        form.choose(Name.sex, patient.sex)
        form.put(WeightField.Name.weight, patient.weight.typed)
        form.put(Name.allergies, patient.allergies)
        switch patient.escort {
        case .person(let name, let phone):
            form.choose(Name.escort, EscortKind.person)
            form.put(Name.escortName, name)
            form.put(Name.escortPhone, phone)
        case .approvedTransport(let transport):
            form.choose(Name.escort, EscortKind.transport)
            form.put(Name.transport, transport)
        case .none: form.choose(Name.escort, EscortKind.nobody)
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let reasons = ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.correction ?? [])
        return FormPlan(
            act: "record the correction",
            checkIn.who(form, scene) + checkIn.body(form, scene) + reasons.fields(form)
        )
    }

    func problem(in field: FieldID, _ form: Form, _ scene: Scene) -> String? {
        checkIn.problem(in: field, form, scene)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let session = form.stay(scene)?.decided, var opening = session.opening else {
            throw .problem("the session is not open")
        }
        let reason = try ReasonFields(reasons: session.rules.reasons.correction).reason(form)
        opening.patient = try checkIn.patient(form, scene, session.rules)
        try checkIn.confirm(opening.patient, form, scene)
        opening.asked += checkIn.asked(opening.patient, form, scene)
        return try form.record(.amend(target: 0, replacement: .sessionOpened(opening), reason: reason), scene)
    }
}
