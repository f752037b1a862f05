/// The answers of a choice that the form itself gives, each with the key that takes it.
protocol FormAnswer: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var key: Character { get }
    var words: String { get }
}

extension FormAnswer {
    /// The first letter, where nothing else is said.
    var key: Character { rawValue.first ?? " " }
    /// The name itself, where it is the word.
    var words: String { rawValue }
}

/// Yes or no.
enum YesNo: String, FormAnswer {
    case yes
    case no
}
