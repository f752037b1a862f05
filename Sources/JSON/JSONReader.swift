/// Walks over the bytes once and refuses whatever RFC 8259 does not allow, and duplicate keys and lone
/// surrogates besides: two readers of one record must never see two different things.
struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func readDocument() throws(JSONError) -> JSON {
        skipSpace()
        let value = try readValue()
        skipSpace()
        guard position == bytes.count else { throw fail(.bytesAfterValue) }
        return value
    }

    private mutating func readValue() throws(JSONError) -> JSON {
        guard let byte = peek() else { throw fail(.endsTooEarly) }
        switch byte {
        case UInt8(ascii: "{"): return .object(try readObject())
        case UInt8(ascii: "["): return .array(try readArray())
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
        default: throw fail(.unexpectedByte(byte))
        }
    }

    private mutating func readObject() throws(JSONError) -> JSONObject {
        try enter()
        var members: [JSONObject.Member] = []
        var keys: Set<String> = []
        if !accept(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                let keyOffset = position
                guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
                let key = try readString()
                guard isNew(key, among: members, remembering: &keys) else {
                    throw JSONError(offset: keyOffset, problem: .duplicateKey(key))
                }
                guard accept(UInt8(ascii: ":")) else { throw unexpected() }
                skipSpace()
                members.append(JSONObject.Member(key: key, value: try readValue()))
            } while accept(UInt8(ascii: ","))
            guard accept(UInt8(ascii: "}")) else { throw unexpected() }
        }
        depth -= 1
        return JSONObject(distinct: members)
    }

    /// Few keys are compared one by one; from the ninth on a set keeps a hostile object from costing the square.
    private func isNew(_ key: String, among members: [JSONObject.Member], remembering keys: inout Set<String>) -> Bool {
        guard members.count >= 8 else { return !members.contains { $0.key == key } }
        if keys.isEmpty { keys.formUnion(members.lazy.map(\.key)) }
        return keys.insert(key).inserted
    }

    private mutating func readArray() throws(JSONError) -> [JSON] {
        try enter()
        var elements: [JSON] = []
        if !accept(UInt8(ascii: "]")) {
            repeat {
                skipSpace()
                elements.append(try readValue())
            } while accept(UInt8(ascii: ","))
            guard accept(UInt8(ascii: "]")) else { throw unexpected() }
        }
        depth -= 1
        return elements
    }

    private mutating func enter() throws(JSONError) {
        guard depth < JSON.depthLimit else { throw fail(.tooDeep) }
        depth += 1
        position += 1
    }

    private mutating func readWord(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for index in 0..<word.utf8CodeUnitCount {
            guard peek() == word.utf8Start[index] else { throw unexpected() }
            position += 1
        }
        return value
    }

    // MARK: One byte at a time

    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Skips white space, then takes `byte` if it comes next.
    private mutating func accept(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    func fail(_ problem: JSONError.Problem) -> JSONError {
        JSONError(offset: position, problem: problem)
    }

    func unexpected() -> JSONError {
        fail(peek().map { .unexpectedByte($0) } ?? .endsTooEarly)
    }
}
