import Session

/// What a form shows now: its title, its fields and what Enter on the last one does.
struct FormPlan: Hashable, Sendable {
    var title: String
    var fields: [Field]
    /// What submitting does: `record`, `start the infusion`.
    var act: String
    /// Whether choosing an answer submits at once: menus.
    var actsAtOnce = false
    /// Whether the form stands in one line above the hint bar, as vitals and notes do.
    var isLine: Bool

    init(_ title: String, act: String = "record", isLine: Bool = false, _ fields: [Field]) {
        self.title = title
        self.fields = fields
        self.act = act
        self.isLine = isLine
    }

    var focusable: [Field] { fields.filter(\.takesFocus) }
}

/// What a complete form comes to.
enum Completion: Hashable, Sendable {
    /// Fields that cannot be right, by field.
    case problems([FieldProblem])
    /// Something has to be asked first.
    case ask(FormQuestion)
    /// Everything is there; `then` follows once the first is recorded.
    case ready(Intent, then: [Intent] = [])
    /// The form names who is typing.
    case typing(StaffMember)
    /// Another form takes its place.
    case replace(FormKind, typed: String)

    static func problem(_ field: String, _ sentence: String) -> Completion {
        .problems([FieldProblem(field: field, sentence: sentence)])
    }
}

/// A question that stands between a form and its submission; only its keys answer it, never Enter.
struct FormQuestion: Hashable, Sendable {
    var lines: [String]
    var answers: [Reply]

    struct Reply: Hashable, Sendable {
        var key: Character
        var words: String
        var act: Act
    }

    enum Act: Hashable, Sendable {
        /// Send this.
        case submit(Intent)
        /// Remember an answer under a name, and look at the form again.
        case remember(String, String)
        /// Go back to typing.
        case back
    }

    init(_ lines: [String], _ answers: [Reply]) {
        self.lines = lines
        self.answers = answers
    }

    /// A yes-or-no question: `y` goes on, `n` goes back to typing.
    static func confirm(_ lines: [String], yes: String, _ act: Act) -> FormQuestion {
        FormQuestion(
            lines,
            [Reply(key: "y", words: yes, act: act), Reply(key: "n", words: "change it", act: .back)]
        )
    }
}
