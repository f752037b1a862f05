/// What the station sends to a console.
package enum WireFromStation: WireMessage, Hashable {
    case frame(WireFrame)
    /// Rings the terminal's bell so many times, at most three.
    case bell(Int)
    /// The terminal window's title; control characters are left out by the console.
    case title(String)
    /// The console restores the terminal, prints the reason and ends.
    case goodbye(reason: String)

    package static var longestBytes: Int { Wire.longestFromStation }

    private enum Tag: UInt8 {
        case frame = 1
        case bell, title, goodbye
    }

    package func write(to writer: inout WireWriter) {
        switch self {
        case .frame(let frame):
            writer.byte(Tag.frame.rawValue)
            frame.write(to: &writer)
        case .bell(let count):
            writer.byte(Tag.bell.rawValue)
            writer.byte(UInt8(clamping: count))
        case .title(let title):
            writer.byte(Tag.title.rawValue)
            writer.text(title)
        case .goodbye(let reason):
            writer.byte(Tag.goodbye.rawValue)
            writer.text(reason)
        }
    }

    package static func read(from reader: inout WireReader) throws(WireError) -> WireFromStation {
        let tag: Tag = try reader.choice("message")
        switch tag {
        case .frame: return .frame(try WireFrame.read(from: &reader))
        case .bell: return .bell(Int(try reader.byte()))
        case .title: return .title(try reader.text("title"))
        case .goodbye: return .goodbye(reason: try reader.text("reason"))
        }
    }
}
