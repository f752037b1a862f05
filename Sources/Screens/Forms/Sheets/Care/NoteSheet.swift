import Session
import Wording

/// A note: free words, or one of the protocol's ready-made ones by its digit.
struct NoteSheet: FormSheet {
    enum Name: String, FieldName {
        case text
    }

    var facts: FormFacts {
        FormFacts(
            "note",
            help: "write a note; 1 to 9 are ready-made",
            shape: .line,
            keys: [FormKey("n", "note", in: .every)]
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        let who = stay.map { Words.who($0.decided) } ?? "Note"
        var fields = [
            Field(
                Name.text,
                who,
                .text,
                hint: Self.quick(form, scene) == nil ? "your words, or a digit" : ""
            )
        ]
        if let quick = Self.quick(form, scene) {
            fields.append(.computed("Enter records", quick, style: .note))
        } else if form.text(Name.text).isEmpty, let notes = stay?.decided.rules.quickNotes.prefix(9), !notes.isEmpty {
            let runs = notes.enumerated().flatMap {
                [FormRun("\($0.offset + 1) \($0.element)", .hint, isWhole: true), FormRun("   ")]
            }
            fields.append(.paragraph(runs))
        } else {
            fields += LateTime.meaning(of: form.text(Name.text))
        }
        return FormPlan(fields)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        if let quick = Self.quick(form, scene) {
            return try form.record(.recordNote(quick, observedAtMicros: nil), scene)
        }
        let split = LateTime.split(form.text(Name.text))
        guard !split.text.isEmpty else {
            throw .problem(Name.text, "a note is words, or the digit of a ready-made one")
        }
        let observed = try LateTime.resolve(split.late, in: Name.text, form, scene)
        return try form.record(.recordNote(split.text, observedAtMicros: observed), scene)
    }

    /// The ready-made note whose digit is all that was typed.
    static func quick(_ form: Form, _ scene: Scene) -> String? {
        guard let digit = Int(form.text(Name.text)), let notes = form.stay(scene)?.decided.rules.quickNotes else {
            return nil
        }
        return digit >= 1 && digit <= min(9, notes.count) ? notes[digit - 1] : nil
    }
}
