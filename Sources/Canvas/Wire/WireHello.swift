/// What a console tells about itself before anything else.
package struct WireHello: Hashable, Sendable {
    package var size: Size
    package var glyphs: Wire.Glyphs
    package var colors: Wire.ColorDepth
    /// The terminal's device, "pts/3": what a list of consoles shows.
    package var terminal: String
    /// The login name from the console's environment: a proposal for who is typing, never a proof.
    package var userName: String
    /// Whether nothing on the screen may alternate by itself.
    package var isMotionReduced: Bool
    /// Whether this console was already open and lost its station: a person sits there who may have been typing.
    package var isAgain: Bool

    package init(
        size: Size,
        glyphs: Wire.Glyphs,
        colors: Wire.ColorDepth,
        terminal: String,
        userName: String,
        isMotionReduced: Bool = false,
        isAgain: Bool = false
    ) {
        self.size = size
        self.glyphs = glyphs
        self.colors = colors
        self.terminal = terminal
        self.userName = userName
        self.isMotionReduced = isMotionReduced
        self.isAgain = isAgain
    }

    func write(to writer: inout WireWriter) {
        writer.byte(Wire.version)
        writer.size(size)
        writer.byte(glyphs.rawValue)
        writer.byte(colors.rawValue)
        writer.text(terminal)
        writer.text(userName)
        writer.byte((isMotionReduced ? 1 : 0) | (isAgain ? 2 : 0))
    }

    static func read(from reader: inout WireReader) throws(WireError) -> WireHello {
        let version = try reader.byte()
        guard version == Wire.version else { throw .version(version) }
        var hello = WireHello(
            size: try reader.size(),
            glyphs: try reader.choice("glyph set"),
            colors: try reader.choice("colour depth"),
            terminal: try reader.text("terminal"),
            userName: try reader.text("user name")
        )
        let flags = try reader.byte()
        guard flags <= 3 else { throw .value("hello") }
        hello.isMotionReduced = flags & 1 != 0
        hello.isAgain = flags & 2 != 0
        return hello
    }
}
