/// A record number as it counts where two are compared: without case, spaces, dashes and leading zeros.
package struct RecordNumber: Hashable, Sendable {
    /// Its letters and digits, leading zeros included.
    private let letters: String
    /// The same without leading zeros, which some type and some do not.
    private let significant: String

    package init(_ mrn: String) {
        let kept = FoldedText.words(mrn).joined()
        // A number without a letter or digit is nothing but what was typed.
        letters = kept.isEmpty ? mrn.lowercased() : kept
        let rest = letters.drop { $0 == "0" }
        significant = rest.isEmpty ? letters : String(rest)
    }

    /// Whether both are one number, differently typed perhaps.
    package func isSame(_ other: RecordNumber) -> Bool { significant == other.significant }

    /// What follows `TEMP` in a number that stands until there is another; nil for any other number.
    package var temporary: Int? {
        guard letters.hasPrefix("temp") else { return nil }
        return Int(letters.dropFirst(4))
    }

    /// How many of the last characters are asked for to tell two apart.
    private static let tailLength = 3

    /// Whether the last three are the same, so that asking for them proves nothing.
    func sharesTail(_ other: RecordNumber) -> Bool { tail == other.tail }

    /// Whether a text is the end of this number, and enough of it.
    func ends(in text: String) -> Bool {
        let typed = RecordNumber(text).letters
        return typed.count >= tail.count && letters.hasSuffix(typed)
    }

    private var tail: Substring {
        temporary == nil ? letters.suffix(Self.tailLength) : letters.dropFirst(4).suffix(Self.tailLength)
    }

    /// Whether two numbers differ in one place, have one place more, or have two neighbours swapped.
    ///
    /// Temporary numbers are given one after the other: they are near each other always, and say nothing.
    func isNear(_ other: RecordNumber) -> Bool {
        guard !isSame(other), temporary == nil, other.temporary == nil else { return false }
        let left = Array(significant.utf8)
        let right = Array(other.significant.utf8)
        guard abs(left.count - right.count) <= 1 else { return false }
        guard let first = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return true }
        if left.count != right.count {
            let longer = left.count > right.count ? left : right
            let shorter = left.count > right.count ? right : left
            return longer[(first + 1)...].elementsEqual(shorter[first...])
        }
        if left[(first + 1)...].elementsEqual(right[(first + 1)...]) { return true }
        return first + 1 < left.count && left[first] == right[first + 1] && left[first + 1] == right[first]
            && left[(first + 2)...].elementsEqual(right[(first + 2)...])
    }

    /// The number of a patient who has none, by the ordinal of the session: `TEMP-12`.
    ///
    /// It counts sessions, not patients without a number: each session has a number of its own whether it is used or
    /// not, so that none is given twice, before or after a restart, at check-in or by a correction.
    package static func temporary(_ ordinal: Int) -> String { "TEMP-\(ordinal)" }

    /// The ordinal of the session that is opened next.
    ///
    /// - Parameters:
    ///   - sessions: the highest ordinal that this station's home ever gave.
    ///   - known: those who are here or were today, among them one whose temporary number was typed by hand perhaps.
    package static func nextOrdinal(after sessions: Int, among known: some Sequence<KnownPatient>) -> Int {
        max(sessions, known.compactMap(\.number.temporary).max() ?? 0) + 1
    }
}
