/// What keeps a typed time from being taken.
enum LateTimeProblem: Error, Hashable {
    /// It cannot be when it happened; says what to type.
    case cannotBe(String)
    /// Two instants bear it, and only the typist can say which.
    case ask(FormQuestion)

    /// What it comes to in the form whose field the time was typed in.
    func completion(_ field: String) -> Completion {
        switch self {
        case .cannotBe(let sentence): .problem(field, sentence)
        case .ask(let question): .ask(question)
        }
    }
}
