/// A field whose value cannot be right.
package struct FieldProblem: Hashable, Sendable {
    package var field: String
    package var sentence: String

    package init(field: String, sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}
