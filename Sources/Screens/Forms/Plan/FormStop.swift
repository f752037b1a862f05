import Session

/// What keeps a form from being recorded as it stands.
enum FormStop: Error, Hashable {
    /// A field that cannot be right; without one it stands over them all.
    case wrong(FieldID?, String)
    /// What the rules say cannot be right.
    case byRules([FieldProblem])
    /// Something that only the typist can say.
    case ask(FormQuestion)

    static func problem(_ field: some FieldReference, _ sentence: String) -> FormStop { .wrong(field.id, sentence) }

    static func problem(_ sentence: String) -> FormStop { .wrong(nil, sentence) }

    /// What is wrong, in words; nil of a question.
    var sentence: String? {
        switch self {
        case .wrong(_, let sentence): sentence
        case .byRules(let problems): problems.map(\.sentence).joined(separator: "; ")
        case .ask: nil
        }
    }
}
