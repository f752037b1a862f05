/// A console, counted from 1 since the station started; a number is never used twice.
package struct ConsoleID: Hashable, Sendable, Comparable {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    package static func < (left: ConsoleID, right: ConsoleID) -> Bool { left.number < right.number }
}
