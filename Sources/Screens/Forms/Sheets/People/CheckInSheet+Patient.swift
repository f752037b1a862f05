import Session
import Wording

extension CheckInSheet {
    /// What cannot be right in a field that was typed.
    func problem(in field: FieldID, _ form: Form, _ scene: Scene) -> String? {
        guard !form.text(field).isEmpty else { return nil }
        if field == WeightField.Name.weight.id { return WeightField.problem(form) }
        guard field == Name.birth.id else { return nil }
        do throws(FormStop) {
            _ = try Self.birth(form, scene)
            return nil
        } catch {
            return error.sentence
        }
    }

    private static func birth(_ form: Form, _ scene: Scene) throws(FormStop) -> CivilDate {
        let typed = form.text(Name.birth)
        guard let birth = CivilDate(text: typed) else {
            let why = "Date of birth is typed 1984-03-07 or 07.03.1984; 03/07/1984 could be two dates"
            throw .problem(Name.birth, CivilDate.missingDay(text: typed) ?? why)
        }
        let today = today(scene)
        guard birth <= today, birth.years(until: today) <= 120 else {
            throw .problem(Name.birth, "\(birth.text) cannot be a patient's date of birth")
        }
        return birth
    }

    /// The patient as typed; it stops at the first field that cannot be right.
    func patient(_ form: Form, _ scene: Scene, _ rules: InfusionProtocol) throws(FormStop) -> Patient {
        let birth = try Self.birth(form, scene)
        let mrn = form.text(Name.mrn).isEmpty ? Self.temporaryNumber(form, scene) : form.text(Name.mrn)
        if let holder = WardRules.holder(of: mrn, among: scene.ward.known, except: form.session) {
            throw .problem(Name.mrn, "MRN \(Words.clean(mrn)) is already open: \(Words.clean(holder.who))")
        }
        guard let weight = WeightField.weight(form) else {
            throw .problem(WeightField.Name.weight, WeightField.problem(form) ?? "")
        }
        let check = VitalsCheck.checkWeight(grams: weight.grams, rule: rules.weight, lastGrams: nil)
        if let problem = check.problems.first { throw .problem(WeightField.Name.weight, problem.sentence) }
        return Patient(
            name: form.text(Name.name),
            birthDate: birth,
            mrn: mrn,
            sex: try form.needed(Name.sex),
            weightGrams: weight.grams,
            allergies: form.text(Name.allergies),
            escort: try Self.escort(form),
            weightThousandthsOfPound: weight.poundThousandths
        )
    }

    private static func escort(_ form: Form) throws(FormStop) -> Escort {
        let kind: EscortKind = try form.needed(Name.escort)
        return switch kind {
        case .person: .person(name: form.text(Name.escortName), phone: form.text(Name.escortPhone))
        case .transport: .approvedTransport(form.text(Name.transport))
        case .nobody: .none
        }
    }

    /// Asks about what is out of the ordinary; a patient who came in between is asked about anew.
    func confirm(_ patient: Patient, _ form: Form, _ scene: Scene) throws(FormStop) {
        try form.confirm(Asked.sure, doubts(patient, form, scene), yes: "it is right", exactly: true)
    }

    /// What is asked before the check-in: a name without a comma, a likeness; about the weight the rules ask.
    private func doubts(_ patient: Patient, _ form: Form, _ scene: Scene) -> [String] {
        var doubts: [String] = []
        if !patient.name.contains(",") {
            doubts.append("\(Words.clean(patient.name)) has no comma: is it Family, Given?")
        }
        return doubts + asked(patient, form, scene).map(Words.clean)
    }

    /// What the rules ask of this patient and nobody answered yet: once answered, it stands in the record as it was asked.
    func asked(_ patient: Patient, _ form: Form, _ scene: Scene) -> [String] {
        let answered = form.stay(scene)?.decided.opening?.asked ?? []
        return WardRules.questions(about: patient, among: scene.ward.known, except: form.session)
            .filter { !answered.contains($0) }
    }

    /// The questions, as far as name, date and MRN are typed.
    func questions(_ form: Form, _ scene: Scene) -> [String] {
        guard let nobody = CivilDate(year: 1800, month: 1, day: 1), !form.text(Name.name).isEmpty else { return [] }
        // What is not typed yet is like nothing: an impossible date, and a number longer than any.
        let typed = Patient(
            name: form.text(Name.name),
            birthDate: CivilDate(text: form.text(Name.birth)) ?? nobody,
            mrn: form.text(Name.mrn).isEmpty ? String(repeating: "?", count: 64) : form.text(Name.mrn),
            sex: .unknown,
            weightGrams: 0,
            allergies: "",
            escort: .none
        )
        return asked(typed, form, scene).map(Words.clean)
    }

    /// Everything in one line, once everything is there.
    func summary(_ form: Form, _ scene: Scene) -> String? {
        guard let choice = Self.choice(form, scene), let chair = form.pick(Name.chair),
            !form.text(Name.allergies).isEmpty,
            let patient = try? patient(form, scene, choice.rules)
        else { return nil }
        let place = chair == ChairChoices.none ? "WAITING" : chair
        let parts = [
            Words.clean(patient.name), patient.birthDate.text, Words.clean(patient.mrn),
            "\(Words.ageAndSex(patient, on: Self.today(scene)))", Words.weight(patient),
            "allergies: \(Words.clean(patient.allergies))", place, choice.rules.id,
        ]
        return parts.joined(separator: ", ")
    }
}
