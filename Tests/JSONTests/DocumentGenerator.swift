/// Random JSON documents and random damage to them, the same for the same seed.
struct DocumentGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func document() -> String {
        value(depth: 0)
    }

    /// `bytes` with one to four of them changed, removed, doubled or put in.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let marks = Array(#"{}[]",:\u0019.eE+- tfn"#.utf8)
        for _ in 0...below(3) where !bytes.isEmpty {
            let index = below(bytes.count)
            switch below(6) {
            case 0: bytes[index] = UInt8(below(256))
            case 1: bytes[index] ^= 1 << UInt8(below(8))
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(marks[below(marks.count)], at: index)
            case 4: bytes.insert(bytes[index], at: index)
            default: bytes.removeLast(bytes.count - index)
            }
        }
        return bytes
    }

    private mutating func value(depth: Int) -> String {
        switch below(depth > 12 ? 4 : 7) {
        case 0: return ["null", "true", "false"][below(3)]
        case 1, 2: return number()
        case 3: return string()
        case 4:
            let elements = (0..<below(4)).map { _ in space() + value(depth: depth + 1) + space() }
            return "[" + elements.joined(separator: ",") + "]"
        case 5:
            // The index keeps the keys apart.
            let members = (0..<below(4)).map { index in
                space() + "\"\(index)" + string().dropFirst() + space() + ":" + space() + value(depth: depth + 1)
            }
            return "{" + members.joined(separator: ",") + space() + "}"
        default:
            let count = below(40)
            return String(repeating: "[", count: count) + number() + String(repeating: "]", count: count)
        }
    }

    private mutating func number() -> String {
        let sign = below(3) == 0 ? "-" : ""
        switch below(5) {
        case 0: return sign + String(1 + below(9))
        case 1: return sign + String(next() % 9_007_199_254_740_993 + 1)
        case 2: return sign + String(next() >> 1 | 1)
        case 3: return sign + "\(below(1000)).\(below(1_000_000))"
        default: return sign + "\(1 + below(9)).\(below(1000))" + ["e", "E", "e+", "E-"][below(4)] + "\(below(200))"
        }
    }

    private mutating func string() -> String {
        let pieces = [
            "a", "Z", " ", "é", "€", "😀", #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#,
            #"\u00e9"#, #"\uD83D\uDE00"#, #"\u20ac"#, "\u{7F}", "\u{2028}", "{", "]", ",",
        ]
        return "\"" + (0..<below(12)).map { _ in pieces[below(pieces.count)] }.joined() + "\""
    }

    private mutating func space() -> String {
        ["", "", "", " ", "\n", "\t\r"][below(6)]
    }

    private mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
