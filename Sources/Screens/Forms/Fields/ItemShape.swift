/// How an item of a checklist is answered, and what its answers lead to.
struct ItemShape: Hashable, Sendable {
    /// The answers it takes; none where it is answered in words.
    var marks: [ItemMark]
    /// What an answer leads to: a stop, or a prescriber's decision.
    var consequences: [ItemMark: String]
}
