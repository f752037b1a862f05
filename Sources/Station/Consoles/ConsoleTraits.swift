package import Canvas
package import Screens

/// What a console tells about its terminal when it comes.
package struct ConsoleTraits: Hashable, Sendable {
    package var size: Size
    package var glyphs: Glyphs
    package var reducedMotion: Bool
    /// The terminal's device and the login name: by these a console that comes again finds its desk.
    package var terminal: String
    package var userName: String
    /// Whether the console was open before and lost its station.
    package var isAgain: Bool

    package init(
        size: Size,
        glyphs: Glyphs = .unicode,
        reducedMotion: Bool = false,
        terminal: String = "",
        userName: String = "",
        isAgain: Bool = false
    ) {
        self.size = size
        self.glyphs = glyphs
        self.reducedMotion = reducedMotion
        self.terminal = terminal
        self.userName = userName
        self.isAgain = isAgain
    }
}
