import Session
import Wording

/// The fields that say which patient is meant, where another could be: they ask for what differs.
enum NameAlertFields {
    private enum Name: String, FieldName {
        case answer
    }

    static func fields(_ form: Form, _ scene: Scene) -> [Field] {
        guard let alert = alert(form, scene) else { return [] }
        let asked = alert.questions.map { question in
            let label = question.words.prefix(1).uppercased() + question.words.dropFirst()
            return Field(
                Name.answer.of(question.field),
                label,
                .text,
                isRequired: true,
                hint: "ask the patient, or read the wristband"
            )
        }
        return [.computed("", Words.clean(alert.sentence), style: .problem)] + asked
    }

    /// What was answered to what is asked now; nothing where nothing is.
    static func answers(_ form: Form, _ scene: Scene) -> NameAlert.Answers {
        let asked = alert(form, scene)?.questions ?? []
        return asked.reduce(into: [:]) { answers, question in
            let text = form.text(Name.answer.of(question.field))
            if !text.isEmpty { answers[question] = text }
        }
    }

    private static func alert(_ form: Form, _ scene: Scene) -> NameAlert? {
        form.stay(scene).flatMap { scene.ward.nameAlert(of: $0) }
    }
}
