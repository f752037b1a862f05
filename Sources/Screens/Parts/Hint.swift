/// A key and what it does, as the hint bar and the help show it.
package struct Hint: Hashable, Sendable {
    package var key: String
    package var words: String

    package init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }
}
