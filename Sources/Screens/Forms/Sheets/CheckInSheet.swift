import Canvas
import Session

/// A patient is checked in: who it is, what they weigh, who takes them home, which chair, which protocol.
struct CheckInSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "check in",
            help: "check a patient in",
            needsSession: false,
            keys: [
                FormKey(.enter, "", .emptyChair, help: "check a patient in at the chosen chair"),
                FormKey(.character("c"), "check in", .checkIn),
            ]
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        if scene.ward.protocols.count == 1, let only = scene.ward.protocols.first {
            form.picks["protocol"] = [only.rules.id]
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            facts.title,
            act: "check in",
            who(form, scene) + body(form, scene) + place(form, scene)
        )
    }

    func who(_ form: Form, _ scene: Scene) -> [Field] {
        var fields = [
            Field("name", "Name", .text, isRequired: true, hint: "Family, Given"),
            Field("birth", "Date of birth", .text, isRequired: true, hint: "1984-03-07 or 07.03.1984"),
            Field("mrn", "MRN", .text, hint: "empty: \(Self.temporaryNumber(form, scene)) until it is known"),
        ]
        if let birth = CivilDate(text: form.text("birth")) {
            let years = birth.years(until: Self.today(scene))
            fields.insert(.computed("age", "", "\(birth.text), \(years) years", style: .hint), at: 2)
        }
        fields += questions(form, scene).enumerated().map { index, question in
            .computed("alert.\(index)", "", question, style: .problem)
        }
        let sexes = [
            Choice(Sex.female.rawValue, "f", "female"), Choice(Sex.male.rawValue, "m", "male"),
            Choice(Sex.other.rawValue, "o", "other"), Choice(Sex.unknown.rawValue, "u", "unknown"),
        ]
        return fields + [Field("sex", "Sex", .choice(sexes), isRequired: true)]
    }

    func body(_ form: Form, _ scene: Scene) -> [Field] {
        var fields = WeightField.fields(form, label: "Weight today")
        fields.append(Field("allergies", "Allergies", .text, isRequired: true, hint: "none known, or to what and how"))
        let escorts = [
            Choice("person", "p", "a person"), Choice("transport", "t", "approved transport"),
            Choice("none", "n", "nobody yet"),
        ]
        fields.append(Field("escort", "Escort", .choice(escorts), isRequired: true, hint: "who takes the patient home"))
        switch form.pick("escort") {
        case "person":
            fields.append(Field("escortName", "Escort's name", .text, isRequired: true))
            fields.append(Field("escortPhone", "Escort's phone", .text, isRequired: true))
        case "transport":
            fields.append(
                Field("transport", "Transport", .text, isRequired: true, hint: "which service, approved by whom")
            )
        default: break
        }
        return fields
    }

    private func place(_ form: Form, _ scene: Scene) -> [Field] {
        let protocols = Choice.numbered(
            scene.ward.protocols.map { ($0.rules.id, "\($0.rules.id): \($0.rules.title)") }
        )
        var fields = [
            Field(
                "chair",
                "Chair",
                .choice(ChairChoices.free(scene)),
                isRequired: true
            ),
            Field("protocol", "Protocol", .choice(protocols), isRequired: true),
        ]
        if protocols.isEmpty {
            let words = "none can be used: mend the file that the banner names, then start the station again"
            fields.append(.computed("noProtocol", "", words, style: .problem))
        }
        if let chosen = Self.choice(form, scene), chosen.rules.status != "approved" {
            fields.append(.computed("status", "", "this protocol is: \(chosen.rules.status)", style: .warning))
        }
        if let summary = summary(form, scene) {
            fields.append(.computed("summary", "Enter checks in", summary, style: .good))
        }
        return fields
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let author = scene.author else { return .problem("", "nobody is named as typing") }
        guard let choice = Self.choice(form, scene) else { return .problem("protocol", "Protocol: choose one") }
        if let taken = ChairChoices.problem(form.pick("chair"), scene) { return .problem("chair", taken) }
        switch patient(form, scene, choice.rules) {
        case .failure(let problem): return .problem(problem.field, problem.sentence)
        case .success(let patient):
            let doubts = doubts(patient, form, scene)
            // Only what was read is answered: a patient who came in between is asked about anew.
            let read = doubts.joined(separator: "\n")
            if !doubts.isEmpty, form.remembered["sure"] != read {
                return .ask(.confirm(doubts, yes: "it is right", .remember("sure", read)))
            }
            let chair = form.pick("chair").flatMap { $0 == ChairChoices.none ? nil : $0 }
            let opening = Opening(
                patient: patient,
                chair: chair,
                protocolID: choice.rules.id,
                protocolVersion: choice.rules.version,
                protocolSHA256: choice.sha256,
                isSimulated: scene.surroundings.isSimulated,
                asked: asked(patient, form, scene)
            )
            return .ready(.open(opening, by: author))
        }
    }

    /// The number of a patient who has none yet: `TEMP-12`.
    ///
    /// Where details are corrected it is the session's own; one from before sessions were counted has none.
    static func temporaryNumber(_ form: Form, _ scene: Scene) -> String {
        if let stay = form.stay(scene) {
            return stay.decided.opening?.ordinal.map(RecordNumber.temporary) ?? stay.decided.patient?.mrn ?? ""
        }
        let ward = scene.ward
        return RecordNumber.temporary(RecordNumber.nextOrdinal(after: ward.sessionsEver, among: ward.known))
    }

    static func today(_ scene: Scene) -> CivilDate {
        scene.surroundings.zone.local(scene.ward.nowUTCMicros).date
    }

    static func choice(_ form: Form, _ scene: Scene) -> ProtocolChoice? {
        scene.ward.protocols.first { $0.rules.id == form.pick("protocol") }
    }
}
