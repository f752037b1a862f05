import Session

/// Whether two names are one person's, as far as words tell, and what follows for who may decide.
enum PersonName {
    private static let titles: Set<String> = ["dr", "doctor", "prof", "nurse", "rn", "md", "mr", "mrs", "ms", "sister"]

    /// The words of a name without titles, in lower case; the titles where nothing else is there.
    private static func words(_ name: String) -> Set<String> {
        let all = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let rest = all.subtracting(titles)
        return rest.isEmpty ? all : rest
    }

    /// Whether two names are the same but for titles, order and marks.
    static func isSame(_ one: String, _ other: String?) -> Bool {
        guard let other, !words(one).isEmpty else { return false }
        return words(one) == words(other)
    }

    /// Whether one name may be a shorter form of the other: `Moreno`, `Ana Moreno`.
    static func mayBeSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (words(one), words(other))
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one.isSubset(of: other) || other.isSubset(of: one)
    }

    /// Why a name cannot be the prescriber's: it is that of who is typing, who is none.
    static func prescriberProblem(_ name: String, _ context: FormContext) -> String? {
        guard let typing = context.typing, typing.role != .prescriber, isSame(name, typing.name) else { return nil }
        return "\(Words.clean(typing.name)) is typing as \(typing.role.rawValue): name the prescriber who decided"
    }

    /// What is asked about a name that the staff list knows as somebody who is no prescriber.
    static func prescriberDoubt(_ name: String, _ context: FormContext) -> String? {
        let alike = context.surroundings.staff.filter { $0.isActive && mayBeSame(name, $0.name) }
        guard let first = alike.first, !alike.contains(where: { $0.role == .prescriber }) else { return nil }
        return "\(Words.clean(first.name)) is on the staff list as \(first.role.rawValue): is \(Words.clean(name)) "
            + "a prescriber?"
    }
}
