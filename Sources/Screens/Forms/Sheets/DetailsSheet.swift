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

    private let checkIn = CheckInSheet()

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let patient = form.stay(scene)?.decided.patient else { return }
        form.put("name", patient.name)
        form.put("birth", patient.birthDate.text)
        form.put("mrn", patient.mrn)
        form.picks["sex"] = [patient.sex.rawValue]
        form.put(WeightField.id, patient.weight.typed)
        form.put("allergies", patient.allergies)
        switch patient.escort {
        case .person(let name, let phone):
            form.picks["escort"] = ["person"]
            form.put("escortName", name)
            form.put("escortPhone", phone)
        case .approvedTransport(let transport):
            form.picks["escort"] = ["transport"]
            form.put("transport", transport)
        case .none: form.picks["escort"] = ["none"]
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let reasons = ReasonFields(reasons: form.stay(scene)?.decided.rules.reasons.correction ?? [])
        return FormPlan(
            facts.title,
            act: "record the correction",
            checkIn.who(form, scene) + checkIn.body(form, scene) + reasons.fields(form)
        )
    }

    func problem(in field: String, _ form: Form, _ scene: Scene) -> String? {
        checkIn.problem(in: field, form, scene)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let session = form.stay(scene)?.decided, var opening = session.opening else {
            return .problem("", "the session is not open")
        }
        let reasons = ReasonFields(reasons: session.rules.reasons.correction)
        guard let reason = reasons.reason(form) else { return reasons.missing }
        switch checkIn.patient(form, scene, session.rules) {
        case .failure(let problem): return .problem(problem.field, problem.sentence)
        case .success(let patient):
            let doubts = checkIn.doubts(patient, form, scene)
            // Only what was read is answered: a patient who came in between is asked about anew.
            let read = doubts.joined(separator: "\n")
            if !doubts.isEmpty, form.remembered["sure"] != read {
                return .ask(.confirm(doubts, yes: "it is right", .remember("sure", read)))
            }
            opening.patient = patient
            opening.asked += checkIn.asked(patient, form, scene)
            return form.record(.amend(target: 0, replacement: .sessionOpened(opening), reason: reason), scene)
        }
    }
}
