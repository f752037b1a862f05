/// One criterion for leaving, as it stands.
package struct Criterion: Hashable, Sendable {
    package var kind: Kind
    package var words: String
    package var isMet: Bool
    /// The figures behind it, or what is missing.
    package var detail: String

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case time
        case pressure
        case heartRate
        case oxygen
        case breathing
        case sedation
        case dissociation
        case pain
        case list
        case alarms
    }

    package init(_ kind: Kind, words: String, isMet: Bool, detail: String) {
        self.kind = kind
        self.words = words
        self.isMet = isMet
        self.detail = detail
    }
}
