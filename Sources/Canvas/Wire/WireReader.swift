/// Reads a message's fields one after another and refuses what a field cannot hold.
package struct WireReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.position = bytes.startIndex
    }

    package var remaining: Int { bytes.endIndex - position }

    package mutating func byte() throws(WireError) -> UInt8 {
        guard position < bytes.endIndex else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    /// The next byte without taking it; nil at the end.
    var peeked: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    package mutating func short() throws(WireError) -> Int {
        let high = Int(try byte())
        return high << 8 | Int(try byte())
    }

    package mutating func text(longest: Int = Wire.longestText, _ field: String = "text") throws(WireError) -> String {
        let count = try short()
        guard count <= longest else { throw .value(field) }
        guard count <= remaining else { throw .truncated }
        let slice = bytes[position..<(position + count)]
        guard let text = String(validating: slice, as: UTF8.self) else { throw .value(field) }
        position += count
        return text
    }

    package mutating func size() throws(WireError) -> Size {
        let size = Size(columns: try short(), rows: try short())
        guard size == Wire.clamped(size) else { throw .value("size") }
        return size
    }

    package mutating func point() throws(WireError) -> Point {
        Point(x: try short(), y: try short())
    }

    /// Reads a value of an enum that is kept as its raw byte.
    package mutating func choice<Choice: RawRepresentable<UInt8>>(_ field: String) throws(WireError) -> Choice {
        guard let choice = Choice(rawValue: try byte()) else { throw .value(field) }
        return choice
    }

    /// Ends the message: nothing may follow its last field.
    package func finish() throws(WireError) {
        guard remaining == 0 else { throw .trailing(remaining) }
    }

    mutating func scalar() throws(WireError) -> UInt32 {
        let first = try byte()
        let following: Int
        let least: UInt32
        var value: UInt32
        switch first {
        case 0x00...0x7F: return UInt32(first)
        case 0xC2...0xDF: (following, least, value) = (1, 0x80, UInt32(first & 0x1F))
        case 0xE0...0xEF: (following, least, value) = (2, 0x800, UInt32(first & 0x0F))
        case 0xF0...0xF4: (following, least, value) = (3, 0x10000, UInt32(first & 0x07))
        default: throw .value("character")
        }
        for _ in 0..<following {
            let next = try byte()
            guard next & 0xC0 == 0x80 else { throw .value("character") }
            value = value << 6 | UInt32(next & 0x3F)
        }
        guard value >= least, Unicode.Scalar(value) != nil else { throw .value("character") }
        return value
    }
}
