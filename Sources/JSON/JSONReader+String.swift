extension JSONReader {
    /// Reads a string, standing on its opening quote.
    mutating func readString() throws(JSONError) -> String {
        position += 1
        let start = position
        try skipPlain()
        guard let byte = peek() else { throw fail(.endsTooEarly) }
        if byte == UInt8(ascii: "\"") {
            defer { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        return try readEscapedString(from: start)
    }

    /// The slower way, once a backslash has been met.
    private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
        var text = Array(bytes[start..<position])
        while let byte = peek() {
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                try readEscape(into: &text)
            } else {
                let plain = position
                try skipPlain()
                text.append(contentsOf: bytes[plain..<position])
            }
        }
        throw fail(.endsTooEarly)
    }

    /// Walks to the next quote, backslash or end over valid UTF-8 without control bytes.
    private mutating func skipPlain() throws(JSONError) {
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            if byte < 0x20 { throw fail(.controlByteInString(byte)) }
            if byte < 0x80 {
                position += 1
            } else {
                guard let length = sequenceLength(at: position) else { throw fail(.invalidUTF8) }
                position += length
            }
        }
    }

    /// The length of the well-formed UTF-8 sequence at `index` (Unicode 16, table 3-7), nil if there is none.
    private func sequenceLength(at index: Int) -> Int? {
        let lead = bytes[index]
        let second: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        for next in index + 2..<index + max(length, 2) where bytes[next] & 0xC0 != 0x80 { return nil }
        return length
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
        let start = position
        position += 1
        guard let byte = peek() else { throw fail(.endsTooEarly) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: UTF8.encode(try readScalar(escapeAt: start)) ?? .init())
        default: throw JSONError(offset: start, problem: .unknownEscape)
        }
    }

    /// Reads the digits after `\u`, and the second half of a surrogate pair if they are the first.
    private mutating func readScalar(escapeAt start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try readFourHexDigits(escapeAt: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let lone = JSONError(offset: start, problem: .loneSurrogate)
        guard first < 0xDC00, peek() == UInt8(ascii: "\\") else { throw lone }
        position += 1
        guard peek() == UInt8(ascii: "u") else { throw lone }
        position += 1
        let second = try readFourHexDigits(escapeAt: position - 2)
        guard (0xDC00...0xDFFF).contains(second) else { throw lone }
        guard let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) else { throw lone }
        return scalar
    }

    private mutating func readFourHexDigits(escapeAt start: Int) throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw fail(.endsTooEarly) }
            guard let digit = hexDigit(byte) else { throw JSONError(offset: start, problem: .unknownEscape) }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
