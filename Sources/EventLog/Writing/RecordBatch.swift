/// Drafts that have passed their check and go to disk together.
///
/// A draft is checked where it is decided upon, so that what cannot be written is refused there; whoever is handed a
/// batch need not look again.
package struct RecordBatch: Hashable, Sendable {
    package private(set) var drafts: [RecordDraft]

    /// Checks every draft.
    ///
    /// - Throws: what is wrong with the first that could not be read back from its line as it was given.
    package init(_ drafts: [RecordDraft]) throws(LogError) {
        for draft in drafts { try draft.check() }
        self.drafts = drafts
    }

    private init(checked drafts: [RecordDraft]) {
        self.drafts = drafts
    }

    static let empty = RecordBatch(checked: [])

    static func + (left: RecordBatch, right: RecordBatch) -> RecordBatch {
        RecordBatch(checked: left.drafts + right.drafts)
    }

    mutating func append(_ more: RecordBatch) { drafts.append(contentsOf: more.drafts) }

    package var isEmpty: Bool { drafts.isEmpty }
    package var count: Int { drafts.count }
}
