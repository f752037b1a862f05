import Session
import Wording

/// Two identifiers, asked of the patient and matched with what was checked in.
struct IdentitySheet: FormSheet {
    enum Name: String, FieldName {
        case matched
    }

    var facts: FormFacts {
        FormFacts(
            "identity",
            help: "match two identifiers of the patient",
            keys: [FormKey("k", "identity", in: [.screening], unless: .identified)],
            menu: FormMenu("i", [.screening: 10]),
            refusalKey: "1"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let patient = form.stay(scene)?.decided.patient
        let choices = Choice.numbered(Identifier.allCases.map { ($0.rawValue, Words.identifier($0)) })
        return FormPlan(
            [
                .computed("Name", patient.map { Words.clean($0.name) } ?? "-"),
                .computed("Date of birth", patient?.birthDate.text ?? "-"),
                .computed("MRN", patient.map { Words.clean($0.mrn) } ?? "-"),
                Field(
                    Name.matched,
                    "Matched by",
                    .marks(choices),
                    isRequired: true,
                    hint: "ask, do not tell; two are needed"
                ),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let identifiers: [Identifier] = form.marked(Name.matched)
        guard identifiers.count >= 2 else { throw .problem(Name.matched, "two identifiers are needed") }
        return try form.record(.confirmIdentity(identifiers), scene)
    }
}
