/// What a key does.
enum KeyAction: Hashable, Sendable {
    /// What a row of the place's own keys says.
    case here(Int)
    /// Opens a form, for the session in question where it belongs to one.
    case form(FormKind)
    /// Opens the vitals line with a digit already typed.
    case vitals(Character)
    /// Records a pause at once.
    case pause
    case correct
    case help
    case palette
    case leave

    /// Whether somebody has to be named first, because it records or leads to a record.
    var needsName: Bool {
        switch self {
        case .form(let kind): kind.facts.needsAuthor
        case .vitals, .pause, .correct: true
        case .here, .help, .palette, .leave: false
        }
    }
}
