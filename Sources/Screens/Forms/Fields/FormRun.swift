import Canvas

/// A piece of a form's line and what it means.
struct FormRun: Hashable, Sendable {
    var text: String
    var tone: Tone
    /// Whether it goes to the next line as a whole where it does not fit.
    var isWhole = false

    init(_ text: String, _ tone: Tone = .plain, isWhole: Bool = false) {
        self.text = text
        self.tone = tone
        self.isWhole = isWhole
    }

    /// What a piece of text means; every tone also stands in its words or its marks.
    enum Tone: Hashable, Sendable {
        case plain
        case label
        case focused
        case typed
        case hint
        case good
        case problem
        case warning
        case key
        case heading
        case note

        var style: Style {
            switch self {
            case .plain: .text
            case .label, .hint: .secondary
            case .focused: Style(.focus, .bold)
            case .typed: Style(.draft, .underline)
            case .good: Style(.good)
            case .problem: Style(.alarmMediumText, .bold)
            case .warning: Style(.caution, .bold)
            case .key: Style(.key, .bold)
            case .heading: .title
            case .note: Style(.note)
            }
        }
    }
}
