/// Whether two names are one person's, as far as words tell.
package enum PersonName {
    private static let titles: Set<String> = ["dr", "doctor", "prof", "nurse", "rn", "md", "mr", "mrs", "ms", "sister"]

    /// The words of a name without titles, in lower case; the titles where nothing else is there.
    private static func words(_ name: String) -> Set<String> {
        let all = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let rest = all.subtracting(titles)
        return rest.isEmpty ? all : rest
    }

    /// Whether two names are the same but for titles, order and marks.
    package static func isSame(_ one: String, _ other: String?) -> Bool {
        guard let other, !words(one).isEmpty else { return false }
        return words(one) == words(other)
    }

    /// Whether one name may be a shorter form of the other: `Moreno`, `Ana Moreno`.
    package static func mayBeSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (words(one), words(other))
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one.isSubset(of: other) || other.isSubset(of: one)
    }
}
