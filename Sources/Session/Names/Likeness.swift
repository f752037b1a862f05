/// Something that two patients share.
package enum Likeness: CaseIterable, Hashable, Sendable {
    /// All words of the name, in whatever order.
    case name
    case surname
    case birthDate
    case sameNumber
    /// The number is one digit or one swap apart.
    case nearNumber

    /// What is alike, in words.
    package var words: String {
        switch self {
        case .name: "same name"
        case .surname: "same surname"
        case .birthDate: "same birth date"
        case .sameNumber: "same MRN"
        case .nearNumber: "MRN nearly the same"
        }
    }

    /// The same, where there is little room.
    var shortWords: String {
        switch self {
        case .name: "name"
        case .surname: "surname"
        case .birthDate: "born"
        case .sameNumber, .nearNumber: "MRN"
        }
    }
}
