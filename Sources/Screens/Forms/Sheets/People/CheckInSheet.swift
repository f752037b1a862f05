import Canvas
import Session

/// A patient is checked in: who it is, what they weigh, who takes them home, which chair, which protocol.
struct CheckInSheet: FormSheet {
    enum Name: String, FieldName {
        case name, birth, mrn, sex, allergies, escort, escortName, escortPhone, transport, chair, protocolFile
    }

    enum Asked: String, FieldName {
        case sure
    }

    /// Who takes the patient home.
    enum EscortKind: String, FormAnswer {
        case person = "a person"
        case transport = "approved transport"
        case nobody = "nobody yet"

        var key: Character {
            switch self {
            case .person: "p"
            case .transport: "t"
            case .nobody: "n"
            }
        }
    }

    var facts: FormFacts {
        FormFacts(
            "check in",
            help: "check a patient in",
            needsSession: false,
            keys: [
                FormKey(.enter, "", .emptyChair, help: "check a patient in at the chosen chair"),
                FormKey(.character("c"), "check in", .checkIn),
            ],
            subject: Name.name.id
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        if scene.ward.protocols.count == 1, let only = scene.ward.protocols.first {
            form.choose(Name.protocolFile, only.rules.id)
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            act: "check in",
            who(form, scene) + body(form, scene) + place(form, scene)
        )
    }

    func who(_ form: Form, _ scene: Scene) -> [Field] {
        var fields = [
            Field(Name.name, "Name", .text, isRequired: true, hint: "Family, Given"),
            Field(Name.birth, "Date of birth", .text, isRequired: true, hint: "1984-03-07 or 07.03.1984"),
            Field(Name.mrn, "MRN", .text, hint: "empty: \(Self.temporaryNumber(form, scene)) until it is known"),
        ]
        if let birth = CivilDate(text: form.text(Name.birth)) {
            let years = birth.years(until: Self.today(scene))
            fields.insert(.computed("", "\(birth.text), \(years) years", style: .hint), at: 2)
        }
        fields += questions(form, scene).map { .computed("", $0, style: .problem) }
        return fields + [Field(Name.sex, "Sex", .choice(Sex.self), isRequired: true)]
    }

    func body(_ form: Form, _ scene: Scene) -> [Field] {
        var fields = WeightField.fields(form, label: "Weight today")
        fields.append(
            Field(Name.allergies, "Allergies", .text, isRequired: true, hint: "none known, or to what and how")
        )
        fields.append(
            Field(Name.escort, "Escort", .choice(EscortKind.self), isRequired: true, hint: "who takes the patient home")
        )
        switch form.answer(Name.escort) as EscortKind? {
        case .person:
            fields.append(Field(Name.escortName, "Escort's name", .text, isRequired: true))
            fields.append(Field(Name.escortPhone, "Escort's phone", .text, isRequired: true))
        case .transport:
            fields.append(
                Field(Name.transport, "Transport", .text, isRequired: true, hint: "which service, approved by whom")
            )
        case .nobody, nil: break
        }
        return fields
    }

    private func place(_ form: Form, _ scene: Scene) -> [Field] {
        let protocols = Choice.numbered(
            scene.ward.protocols.map { ($0.rules.id, "\($0.rules.id): \($0.rules.title)") }
        )
        var fields = [
            Field(
                Name.chair,
                "Chair",
                .choice(ChairChoices.free(scene)),
                isRequired: true
            ),
            Field(Name.protocolFile, "Protocol", .choice(protocols), isRequired: true),
        ]
        if protocols.isEmpty {
            let words = "none can be used: mend the file that the banner names, then start the station again"
            fields.append(.computed("", words, style: .problem))
        }
        if let chosen = Self.choice(form, scene), chosen.rules.status != "approved" {
            fields.append(.computed("", "this protocol is: \(chosen.rules.status)", style: .warning))
        }
        if let summary = summary(form, scene) {
            fields.append(.computed("Enter checks in", summary, style: .good))
        }
        return fields
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let author = scene.author else { throw .problem("nobody is named as typing") }
        guard let choice = Self.choice(form, scene) else {
            throw .problem(Name.protocolFile, "Protocol: choose one")
        }
        let chair = try ChairChoices.chair(Name.chair, form, scene)
        let patient = try patient(form, scene, choice.rules)
        try confirm(patient, form, scene)
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
        scene.ward.protocols.first { $0.rules.id == form.pick(Name.protocolFile) }
    }
}
