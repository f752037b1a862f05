/// A name as it counts where two are compared: without case, accents, spaces, apostrophes and what no screen draws.
///
/// What was typed stays as it is everywhere else. Better two that are clearly different are once called alike than
/// that one typed without its accents, or given name first, is not.
struct NameKey: Hashable, Sendable {
    /// What may be the surname: one, where a comma says which it is; else the whole, the first and the last word.
    let surnames: [String]
    /// What may be the given name, as one would answer when asked for it: the first word of it, and all of it.
    let givenNames: [String]
    /// All words, sorted, so that their order does not count.
    let words: [String]

    init(_ name: String) {
        let parts = name.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        let family = Self.words(parts[0])
        let given = parts.count > 1 ? Self.words(parts[1]) : []
        words = (family + given).sorted()
        if !family.isEmpty, !given.isEmpty {
            surnames = [family.joined()]
            givenNames = Self.readings(of: given)
        } else {
            let all = family + given
            surnames = Self.unique([all.joined(), all.first ?? "", all.last ?? ""])
            givenNames = Self.unique(Self.readings(of: all) + [all.last ?? ""])
        }
    }

    /// Whether both are the same words, in whatever order.
    func isSame(_ other: NameKey) -> Bool { !words.isEmpty && words == other.words }

    /// Whether both may have one surname.
    func sharesSurname(_ other: NameKey) -> Bool { surnames.contains { other.surnames.contains($0) } }

    /// Whether both answer to one given name, or one has none: then asking for it proves nothing.
    func sharesGivenName(_ other: NameKey) -> Bool {
        givenNames.isEmpty || other.givenNames.isEmpty || isSame(other)
            || givenNames.contains { other.givenNames.contains($0) }
    }

    /// Whether a text is this given name, as far as words tell.
    func answers(to givenName: String) -> Bool { givenNames.contains(Self.words(Substring(givenName)).joined()) }

    private static func readings(of given: [String]) -> [String] { unique([given.joined(), given.first ?? ""]) }

    private static func unique(_ keys: [String]) -> [String] {
        keys.reduce(into: []) { kept, key in
            if !key.isEmpty, !kept.contains(key) { kept.append(key) }
        }
    }

    /// The words of a name, each folded; `Müller`, `MUELLER` and `Muller` are one.
    private static func words(_ name: Substring) -> [String] {
        FoldedText.words(String(name)).map {
            $0.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
        }
    }
}
