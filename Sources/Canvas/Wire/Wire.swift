/// The words a console and a station exchange over the station's socket.
///
/// Every message is a length of four bytes, most significant first, and that many bytes: a tag and a body. Nothing in
/// it can make the reading side trap or grow without bound: lengths, sizes, texts and values are checked while they are
/// read, and one error ends the connection.
package enum Wire {
    /// Raised whenever a message changes; a station and a console of different versions refuse each other in words.
    package static let version: UInt8 = 2
    /// The longest message from a console: a paste, and room around it.
    package static let longestFromConsole = 32 * 1024
    /// The longest message from a station: a whole frame of the largest size with a style change at every cell.
    package static let longestFromStation = 4 * 1024 * 1024
    /// The longest text inside a message, in UTF-8 bytes: names, titles, reasons.
    package static let longestText = 1024
    /// The longest paste, in UTF-8 bytes; the console cuts what is longer.
    package static let longestPaste = 16 * 1024
    /// The largest screen that is drawn; a console with a larger one uses its top left.
    package static let largestSize = Size(columns: 500, rows: 200)
    package static let lengthBytes = 4

    /// Which glyphs a console's terminal can be trusted with; the station's screens draw accordingly.
    package enum Glyphs: UInt8, CaseIterable, Hashable, Sendable {
        case ascii
        case unicode
    }

    /// How many colours a console's terminal shows; screens never depend on it, a fault report names it.
    package enum ColorDepth: UInt8, CaseIterable, Hashable, Sendable {
        case none
        case eight
        case sixteen
        case indexed
        case direct
    }

    /// Returns a size between nothing and the largest one.
    package static func clamped(_ size: Size) -> Size {
        Size(
            columns: max(0, min(size.columns, largestSize.columns)),
            rows: max(0, min(size.rows, largestSize.rows))
        )
    }
}
