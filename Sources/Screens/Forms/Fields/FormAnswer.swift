import Session
import Wording

/// The answers of a choice that the form itself gives, each with the key that takes it.
///
/// Where nothing else is said, the raw value is what is shown and its first letter is the key.
protocol FormAnswer: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var key: Character { get }
    var words: String { get }
}

extension FormAnswer {
    var key: Character { rawValue.first ?? " " }
    var words: String { rawValue }
}

extension StaffRole: FormAnswer {}

extension Sex: FormAnswer {}

extension OrderWay: FormAnswer {
    var words: String { Words.way(self) }
}
