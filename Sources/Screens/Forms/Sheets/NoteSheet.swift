import Session
import Wording

/// A note: free words, or one of the protocol's ready-made ones by its digit.
struct NoteSheet: FormSheet {
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
                "text",
                who,
                .text,
                hint: Self.quick(form, scene) == nil ? "your words, or a digit" : ""
            )
        ]
        if let quick = Self.quick(form, scene) {
            fields.append(.computed("quick", "Enter records", quick, style: .note))
        } else if form.text("text").isEmpty, let notes = stay?.decided.rules.quickNotes.prefix(9), !notes.isEmpty {
            let runs = notes.enumerated().flatMap {
                [FormRun("\($0.offset + 1) \($0.element)", .hint, isWhole: true), FormRun("   ")]
            }
            fields.append(.paragraph("quick", runs))
        } else {
            fields += LateTime.field(form, scene)
        }
        return FormPlan("Note", fields)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        if let quick = Self.quick(form, scene) {
            return form.record(.recordNote(quick, observedAtMicros: nil), scene)
        }
        let split = LateTime.split(form.text("text"))
        guard !split.text.isEmpty else { return .problem("text", "a note is words, or the digit of a ready-made one") }
        switch LateTime.resolve(split.late, form, scene) {
        case .failure(let problem): return problem.completion("text")
        case .success(let observed):
            return form.record(.recordNote(split.text, observedAtMicros: observed), scene)
        }
    }

    /// The ready-made note whose digit is all that was typed.
    static func quick(_ form: Form, _ scene: Scene) -> String? {
        guard let digit = Int(form.text("text")), let notes = form.stay(scene)?.decided.rules.quickNotes else {
            return nil
        }
        return digit >= 1 && digit <= min(9, notes.count) ? notes[digit - 1] : nil
    }
}
