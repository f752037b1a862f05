import Session
import Wording

/// Dissociation in one line: `2 n m4 r0 eyes closed`; from 1 on it is asked whether the patient is distressed.
struct DissociationSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "dissociation",
            help: "record dissociation and sedation",
            shape: .line,
            keys: [FormKey("d", "dissoc", in: .live)],
            refusalKey: "d"
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let who = form.stay(scene).map { Words.who($0.decided) } ?? "Dissociation"
        let line = Field("line", who, .text, hint: "0-4, y or n distress, m4, r-1, words")
        return FormPlan("Dissociation", [line] + Self.echo(form))
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        switch Self.read(form, "line", scene) {
        case .stop(let completion): return completion
        case .done(let line, let value):
            switch LateTime.resolve(line.late, form, scene) {
            case .failure(let problem): return problem.completion("line")
            case .success(let observed):
                return form.record(.recordDissociation(value, observedAtMicros: observed), scene)
            }
        }
    }

    enum Step {
        case stop(Completion)
        case done(DissociationLine, Dissociation)
    }

    static func read(_ form: Form, _ field: String, _ scene: Scene) -> Step {
        let line = DissociationLine(form.text(field))
        if let problem = line.problem { return .stop(.problem(field, problem)) }
        guard let score = line.score else { return .stop(.problem(field, "the score comes first: 0 to 4")) }
        let asked = form.remembered["distress"].map { $0 == "yes" }
        // Whoever scores 0 has seen nothing to be distressed about, unless somebody saw it before: only a "no" ends that.
        let stands = form.stay(scene)?.alarms.contains { $0.subject == .distress && $0.present != nil } ?? false
        guard let isDistressed = line.isDistressed ?? asked ?? (score == 0 && !stands ? false : nil) else {
            let question = FormQuestion(
                ["Is the patient distressed?"],
                [
                    .init(key: "y", words: "yes, distressed", act: .remember("distress", "yes")),
                    .init(key: "n", words: "no", act: .remember("distress", "no")),
                ]
            )
            return .stop(.ask(question))
        }
        let value = Dissociation(
            score: score,
            isDistressed: isDistressed,
            moaas: line.moaas,
            rass: line.rass,
            text: line.text
        )
        return .done(line, value)
    }

    /// What the line is understood as, or the scale.
    static func echo(_ form: Form) -> [Field] {
        let typed = form.text("line")
        guard !typed.isEmpty else {
            let scale = ["0 none", "1 slight", "2 clear but conversational", "3 hard to engage", "4 unreachable"]
            return [.paragraph("echo", scale.flatMap { [FormRun($0, .hint, isWhole: true), FormRun("   ")] })]
        }
        let line = DissociationLine(typed)
        var runs = line.words.flatMap { [FormRun($0, .good, isWhole: true), FormRun("   ")] }
        if let problem = line.problem { runs.append(FormRun(problem, .problem)) }
        if !line.text.isEmpty { runs.append(FormRun(line.text, .note)) }
        return [.paragraph("echo", runs)]
    }
}
