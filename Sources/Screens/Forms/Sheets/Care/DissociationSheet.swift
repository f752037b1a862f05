import Session
import Wording

/// Dissociation in one line: `2 n m4 r0 eyes closed`; from 1 on it is asked whether the patient is distressed.
struct DissociationSheet: FormSheet {
    private enum Name: String, FieldName {
        case line
    }

    private enum Asked: String, FieldName {
        case distress
    }

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
        let who = form.stay(scene).map { Words.who($0.decided) } ?? facts.title
        let line = Field(Name.line, who, .text, hint: "0-4, y or n distress, m4, r-1, words")
        return FormPlan([line] + Self.echo(form))
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let line = DissociationLine(form.text(Name.line))
        if let problem = line.problem { throw .problem(Name.line, problem) }
        guard let score = line.score else { throw .problem(Name.line, "the score comes first: 0 to 4") }
        let value = Dissociation(
            score: score,
            isDistressed: try Self.isDistressed(line, score, form, scene),
            moaas: line.moaas,
            rass: line.rass,
            text: line.text
        )
        let observed = try LateTime.resolve(line.late, in: Name.line, form, scene)
        return try form.record(.recordDissociation(value, observedAtMicros: observed), scene)
    }

    /// Whoever scores 0 has seen nothing to be distressed about, unless somebody saw it before: only a "no" ends that.
    private static func isDistressed(
        _ line: DissociationLine,
        _ score: Int,
        _ form: Form,
        _ scene: Scene
    ) throws(FormStop) -> Bool {
        if let typed = line.isDistressed { return typed }
        if let asked: YesNo = form.reply(Asked.distress) { return asked == .yes }
        let stands = form.stay(scene)?.alarms.contains { $0.subject == .distress && $0.present != nil } ?? false
        if score == 0, !stands { return false }
        throw .ask(
            FormQuestion(
                ["Is the patient distressed?"],
                [
                    .init(key: "y", words: "yes, distressed", act: .reply(Asked.distress, YesNo.yes)),
                    .init(key: "n", words: "no", act: .reply(Asked.distress, YesNo.no)),
                ]
            )
        )
    }

    /// What the line is understood as, or the scale.
    private static func echo(_ form: Form) -> [Field] {
        let typed = form.text(Name.line)
        guard !typed.isEmpty else {
            let scale = ["0 none", "1 slight", "2 clear but conversational", "3 hard to engage", "4 unreachable"]
            return [.paragraph(scale.flatMap { [FormRun($0, .hint, isWhole: true), FormRun("   ")] })]
        }
        let line = DissociationLine(typed)
        var runs = line.words.flatMap { [FormRun($0, .good, isWhole: true), FormRun("   ")] }
        if let problem = line.problem { runs.append(FormRun(problem, .problem)) }
        if !line.text.isEmpty { runs.append(FormRun(line.text, .note)) }
        return [.paragraph(runs)]
    }
}
