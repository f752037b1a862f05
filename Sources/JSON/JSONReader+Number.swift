extension JSONReader {
    /// Reads a number: `-`, digits without leading zero, then a fraction and an exponent if they are there.
    mutating func readNumber() throws(JSONError) -> JSON {
        let start = position
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = position
        guard skipDigits() > 0 else { throw malformed(from: start) }
        if bytes[firstDigit] == UInt8(ascii: "0"), position - firstDigit > 1 {
            throw JSONError(offset: start, problem: .malformedNumber)
        }
        var isWhole = true
        if peek() == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            guard skipDigits() > 0 else { throw malformed(from: start) }
        }
        if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else { throw malformed(from: start) }
        }
        if isWhole, let value = exactInteger(digits: firstDigit..<position, isNegative: isNegative) {
            return .integer(value)
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }

    /// Nil for `-0` too: an integer would forget its sign, and then the token.
    private func exactInteger(digits: Range<Int>, isNegative: Bool) -> Int64? {
        guard digits.count <= 16 else { return nil }
        var magnitude: Int64 = 0
        for index in digits { magnitude = magnitude * 10 + Int64(bytes[index] - UInt8(ascii: "0")) }
        guard JSON.exactIntegers.contains(magnitude), !(isNegative && magnitude == 0) else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    private func malformed(from start: Int) -> JSONError {
        position == bytes.count ? fail(.endsTooEarly) : JSONError(offset: start, problem: .malformedNumber)
    }
}
