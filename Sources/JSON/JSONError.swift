/// Why bytes are not one strict JSON value, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was found instead of JSON.
    package enum Problem: Equatable, Sendable {
        case endsTooEarly
        case unexpectedByte(UInt8)
        case bytesAfterValue
        case invalidUTF8
        case controlByteInString(UInt8)
        case unknownEscape
        case loneSurrogate
        case malformedNumber
        case duplicateKey(String)
        case tooDeep
    }

    /// Where the problem begins, counted in bytes from 0.
    package let offset: Int
    package let problem: Problem

    package init(offset: Int, problem: Problem) {
        self.offset = offset
        self.problem = problem
    }

    package var description: String { "byte \(offset): \(problem)" }
}

extension JSONError.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .endsTooEarly: "the JSON ends too early"
        case .unexpectedByte(let byte): "unexpected \(Self.name(byte))"
        case .bytesAfterValue: "something follows the end of the JSON value"
        case .invalidUTF8: "the text is not valid UTF-8"
        case .controlByteInString(let byte): "\(Self.name(byte)) stands unescaped in a string"
        case .unknownEscape: "unknown escape in a string"
        case .loneSurrogate: "half of a surrogate pair stands alone"
        case .malformedNumber: "malformed number"
        case .duplicateKey(let key): "the key \"\(key)\" stands twice in one object"
        case .tooDeep: "nested deeper than \(JSON.depthLimit)"
        }
    }

    private static func name(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}
