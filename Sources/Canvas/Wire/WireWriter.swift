/// Writes a message's fields one after another.
package struct WireWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// Writes a number from 0 to 65535 in two bytes; others are brought into that range.
    package mutating func short(_ value: Int) {
        let number = UInt16(clamping: value)
        bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        bytes.append(UInt8(truncatingIfNeeded: number))
    }

    /// Writes a text, cut at a whole scalar within `longest` bytes.
    package mutating func text(_ text: String, longest: Int = Wire.longestText) {
        var utf8: [UInt8] = []
        for scalar in text.unicodeScalars {
            let encoded = UTF8.encode(scalar).map(Array.init) ?? []
            guard utf8.count + encoded.count <= longest else { break }
            utf8.append(contentsOf: encoded)
        }
        short(utf8.count)
        bytes.append(contentsOf: utf8)
    }

    package mutating func size(_ size: Size) {
        let clamped = Wire.clamped(size)
        short(clamped.columns)
        short(clamped.rows)
    }

    package mutating func point(_ point: Point) {
        short(point.x)
        short(point.y)
    }

    mutating func scalar(_ value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "?"
        if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
        } else if let encoded = UTF8.encode(scalar) {
            bytes.append(contentsOf: encoded)
        }
    }
}
