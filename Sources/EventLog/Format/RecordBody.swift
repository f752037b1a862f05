/// Writes and reads the flat bodies of the log's own records.
///
/// The log carries other people's JSON without looking into it; only its own records, made of texts and whole
/// numbers at one level, are written and read here.
struct RecordBody {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ key: StaticString, _ text: String) {
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte < 0x20 {
                bytes.append(contentsOf: #"\u00"#.utf8)
                bytes.append(Hex.digit(byte >> 4))
                bytes.append(Hex.digit(byte & 0xF))
            } else {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func add(_ key: StaticString, _ number: Int) {
        begin(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func finish() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(contentsOf: #"":"#.utf8)
    }

    /// The members whose values are texts; nil if the body is not as this type writes it.
    static func texts(in body: ArraySlice<UInt8>) -> [String: String]? {
        var rest = body.dropFirst()
        guard body.first == UInt8(ascii: "{") else { return nil }
        var texts: [String: String] = [:]
        while rest.first != UInt8(ascii: "}") {
            guard let key = takeText(from: &rest), rest.popFirst() == UInt8(ascii: ":") else { return nil }
            if rest.first == UInt8(ascii: "\"") {
                guard let text = takeText(from: &rest), texts.updateValue(text, forKey: key) == nil else { return nil }
            } else {
                let digits = rest.prefix { $0 == UInt8(ascii: "-") || Hex.value($0).map { $0 < 10 } ?? false }
                guard !digits.isEmpty else { return nil }
                rest = rest.dropFirst(digits.count)
            }
            if rest.first == UInt8(ascii: ",") { rest.removeFirst() }
        }
        return rest.count == 1 ? texts : nil
    }

    private static func takeText(from rest: inout ArraySlice<UInt8>) -> String? {
        guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = takeEscaped(from: &rest) else { return nil }
                text.append(escaped)
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func takeEscaped(from rest: inout ArraySlice<UInt8>) -> UInt8? {
        guard let byte = rest.popFirst() else { return nil }
        guard byte == UInt8(ascii: "u") else { return byte }
        guard rest.count >= 4, rest.popFirst() == UInt8(ascii: "0"), rest.popFirst() == UInt8(ascii: "0"),
            let high = rest.popFirst().flatMap(Hex.value), let low = rest.popFirst().flatMap(Hex.value)
        else { return nil }
        return high << 4 | low
    }
}
