package import Canvas
package import Screens

/// A console, counted from 1 since the station started; a number is never used twice.
package struct ConsoleID: Hashable, Sendable, Comparable {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    package static func < (left: ConsoleID, right: ConsoleID) -> Bool { left.number < right.number }
}

/// What a console tells about its terminal when it comes.
package struct ConsoleTraits: Hashable, Sendable {
    package var size: Size
    package var glyphs: Glyphs
    package var reducedMotion: Bool
    /// The terminal's device and the login name: by these a console that comes again finds its desk.
    package var terminal: String
    package var userName: String

    package init(
        size: Size,
        glyphs: Glyphs = .unicode,
        reducedMotion: Bool = false,
        terminal: String = "",
        userName: String = ""
    ) {
        self.size = size
        self.glyphs = glyphs
        self.reducedMotion = reducedMotion
        self.terminal = terminal
        self.userName = userName
    }
}
