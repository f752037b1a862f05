/// What a key does on the Board and in the Session view.
enum Action: Hashable, Sendable {
    /// Chooses the chair of a digit, 1 to 9.
    case chooseChair(Int)
    case move(Direction)
    case nextPlace
    case previousPlace
    case openSession
    case back
    /// Opens a form for the session in question.
    case form(FormKind)
    /// Opens the vitals line with a digit already typed.
    case vitals(Character)
    /// Records a pause at once.
    case pause
    case correct
    case whoIsTyping
    case help
    case palette
    case leave

    enum Direction: Hashable, Sendable {
        case up
        case down
        case left
        case right
        case pageUp
        case pageDown
    }

    /// Whether somebody has to be named first, because it records or leads to a record.
    var needsName: Bool {
        switch self {
        case .form(let kind): kind != .whoIsTyping && kind != .firstRun && kind != .addStaff
        case .vitals, .pause, .correct: true
        case .chooseChair, .move, .nextPlace, .previousPlace, .openSession, .back, .whoIsTyping, .help, .palette,
            .leave:
            false
        }
    }
}
