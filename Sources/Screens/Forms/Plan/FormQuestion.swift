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
        /// Remember an answer, and look at the form again.
        static func reply(_ question: some FieldName, _ answer: some RawRepresentable<String>) -> Act {
            .remember(question.id, answer.rawValue)
        }

        /// Send this.
        case submit(Intent)
        /// Remember the answer to a question, and look at the form again.
        case remember(FieldID, String)
        /// Go back to typing.
        case back
        /// Drop what was typed and close the form.
        case discard
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
