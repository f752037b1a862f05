/// A reason by code, for counting, and the words people read.
package struct Reason: Hashable, Sendable {
    package var code: String
    package var text: String

    package init(code: String, text: String) {
        self.code = code
        self.text = text
    }
}
