extension JSON {
    /// The value as bytes: no white space, keys in their order, strings escaped as little as possible.
    ///
    /// The result never holds a raw CR or LF, so it can stand in a line of a log.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// The value as text, as `bytes`.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends the value to `output`, as `bytes`.
    package func write(into output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value):
            precondition(Self.exactIntegers.contains(value), "\(value) is beyond what every JSON reader holds exactly")
            output.append(contentsOf: String(value).utf8)
        case .number(let token):
            precondition(Self.isNumber(token), "\"\(token)\" is not a JSON number")
            output.append(contentsOf: token.utf8)
        case .string(let text): Self.write(text, into: &output)
        case .array(let elements): Self.write(elements, into: &output)
        case .object(let object): Self.write(object, into: &output)
        }
    }

    private static func isNumber(_ token: String) -> Bool {
        guard let first = token.utf8.first, let last = token.utf8.last else { return false }
        guard first > 0x20, last > 0x20 else { return false }
        switch try? JSON(parsing: token) {
        case .number, .integer: return true
        case .null, .bool, .string, .array, .object, nil: return false
        }
    }

    private static func write(_ elements: [JSON], into output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            element.write(into: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    private static func write(_ object: JSONObject, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for (index, member) in object.members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            write(member.key, into: &output)
            output.append(UInt8(ascii: ":"))
            member.value.write(into: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    private static func write(_ text: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
            case 0x08: output.append(contentsOf: "\\b".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0C: output.append(contentsOf: "\\f".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x00..<0x20:
                output.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
                output.append(contentsOf: String(byte, radix: 16).utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
