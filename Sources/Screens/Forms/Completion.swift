import Session

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
