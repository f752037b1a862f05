import Session
import Wording

extension CheckInSheet {
    /// A field that stops a check-in.
    struct Stop: Error {
        var field: String
        var sentence: String
    }

    /// What cannot be right in a field that was typed.
    func problem(in field: String, _ form: Form, _ scene: Scene) -> String? {
        guard !form.text(field).isEmpty else { return nil }
        switch field {
        case "birth":
            guard case .failure(let stop) = Self.birth(form, scene) else { return nil }
            return stop.sentence
        case WeightField.id: return WeightField.problem(form)
        default: return nil
        }
    }

    private static func birth(_ form: Form, _ scene: Scene) -> Result<CivilDate, Stop> {
        let typed = form.text("birth")
        guard let birth = CivilDate(text: typed) else {
            let why = "Date of birth is typed 1984-03-07 or 07.03.1984; 03/07/1984 could be two dates"
            return .failure(Stop(field: "birth", sentence: CivilDate.missingDay(text: typed) ?? why))
        }
        let today = today(scene)
        guard birth <= today, birth.years(until: today) <= 120 else {
            return .failure(Stop(field: "birth", sentence: "\(birth.text) cannot be a patient's date of birth"))
        }
        return .success(birth)
    }

    /// The patient as typed, or the first field that cannot be right.
    func patient(_ form: Form, _ scene: Scene, _ rules: InfusionProtocol) -> Result<Patient, Stop> {
        let birth: CivilDate
        switch Self.birth(form, scene) {
        case .failure(let stop): return .failure(stop)
        case .success(let date): birth = date
        }
        let mrn = form.text("mrn").isEmpty ? Self.temporaryNumber(form, scene) : form.text("mrn")
        if let holder = WardRules.holder(of: mrn, among: scene.ward.known, except: form.session) {
            let whose = "MRN \(Words.clean(mrn)) is already open: \(Words.clean(holder.who))"
            return .failure(Stop(field: "mrn", sentence: whose))
        }
        guard let weight = WeightField.weight(form) else {
            return .failure(Stop(field: WeightField.id, sentence: WeightField.problem(form) ?? ""))
        }
        let check = VitalsCheck.checkWeight(grams: weight.grams, rule: rules.weight, lastGrams: nil)
        if let problem = check.problems.first {
            return .failure(Stop(field: WeightField.id, sentence: problem.sentence))
        }
        let patient = Patient(
            name: form.text("name"),
            birthDate: birth,
            mrn: mrn,
            sex: form.pick("sex").flatMap(Sex.init) ?? .unknown,
            weightGrams: weight.grams,
            allergies: form.text("allergies"),
            escort: Self.escort(form),
            weightThousandthsOfPound: weight.poundThousandths
        )
        return .success(patient)
    }

    static func escort(_ form: Form) -> Escort {
        switch form.pick("escort") {
        case "person": .person(name: form.text("escortName"), phone: form.text("escortPhone"))
        case "transport": .approvedTransport(form.text("transport"))
        default: .none
        }
    }

    /// What is asked before the check-in: a name without a comma, a likeness; about the weight the rules ask.
    func doubts(_ patient: Patient, _ form: Form, _ scene: Scene) -> [String] {
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
        guard let nobody = CivilDate(year: 1800, month: 1, day: 1), !form.text("name").isEmpty else { return [] }
        // What is not typed yet is like nothing: an impossible date, and a number longer than any.
        let typed = Patient(
            name: form.text("name"),
            birthDate: CivilDate(text: form.text("birth")) ?? nobody,
            mrn: form.text("mrn").isEmpty ? String(repeating: "?", count: 64) : form.text("mrn"),
            sex: .unknown,
            weightGrams: 0,
            allergies: "",
            escort: .none
        )
        return asked(typed, form, scene).map(Words.clean)
    }

    /// Everything in one line, once everything is there.
    func summary(_ form: Form, _ scene: Scene) -> String? {
        guard let choice = Self.choice(form, scene), let chair = form.pick("chair"), !form.text("allergies").isEmpty,
            case .success(let patient) = patient(form, scene, choice.rules)
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
