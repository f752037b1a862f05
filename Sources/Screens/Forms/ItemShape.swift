/// How an item of a checklist is answered, and what its answers lead to.
struct ItemShape: Hashable, Sendable {
    /// The answers it takes, by key: `y`, `n`, `a`.
    var keys: [Character]
    /// What each answer leads to, by key: a stop, or a prescriber's decision.
    var consequences: [Character: String]
}
