/// One of the files a log consists of.
package struct LogSegment: Hashable, Sendable {
    /// Counted from 1.
    package let number: Int
    package let path: String

    package init(number: Int, path: String) {
        self.number = number
        self.path = path
    }
}
