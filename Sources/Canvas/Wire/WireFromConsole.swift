/// What a console sends to the station.
package enum WireFromConsole: WireMessage, Hashable {
    /// Always the first message, and only the first.
    case hello(WireHello)
    case key(Key)
    case resize(Size)
    /// The console ends in order; without it the station sees a lost line. Both keep the drafts.
    case bye

    package static var longestBytes: Int { Wire.longestFromConsole }

    private enum Tag: UInt8 {
        case hello = 1
        case key, resize, bye
    }

    package func write(to writer: inout WireWriter) {
        switch self {
        case .hello(let hello):
            writer.byte(Tag.hello.rawValue)
            hello.write(to: &writer)
        case .key(let key):
            writer.byte(Tag.key.rawValue)
            WireKey.write(key, to: &writer)
        case .resize(let size):
            writer.byte(Tag.resize.rawValue)
            writer.size(size)
        case .bye: writer.byte(Tag.bye.rawValue)
        }
    }

    package static func read(from reader: inout WireReader) throws(WireError) -> WireFromConsole {
        let tag: Tag = try reader.choice("message")
        switch tag {
        case .hello: return .hello(try WireHello.read(from: &reader))
        case .key: return .key(try WireKey.read(from: &reader))
        case .resize: return .resize(try reader.size())
        case .bye: return .bye
        }
    }
}
