import EventLog
import Testing

/// Lines computed once with coreutils and openssl alone; the format must give them byte for byte, for ever.
@Suite struct `The framing vectors` {
    static let lines = [
        #"""
        {"n":0,"k":"log.open","t":"2026-08-23T05:34:40.123456Z","m":412345678901,"v":1,"b":{"fmt":"sesslog/1","log":"01K3B7Q2V8-s17","station":"icu-3","boot":"6f1c…"},"p":"0000000000000000000000000000000000000000000000000000000000000000","x":"65c4c81ada396341"}
        """#,
        #"""
        {"n":1,"k":"vital.sample","t":"2026-08-23T05:34:41.000120Z","m":412346555565,"d":0,"v":1,"b":{"hr":72,"spo2":98},"p":"c8b4d2bb04456541520526f4c70ef20893db7b1b4e9b4924d17437f1b98f10a4","x":"d91079d7f7ae31a5"}
        """#,
        #"""
        {"n":2,"k":"note.add","t":"2026-08-23T05:34:42.500000Z","m":412348055445,"d":1,"v":1,"a":"nurse:ab12","b":{"text":"café ok"},"p":"9b2c69788ed685ed8a10679fd4d0e97d1bce01b588fd2cc158fe703ecd9dab56","x":"4fc0c1f24f2c6120"}
        """#,
        #"""
        {"n":3,"k":"log.close","t":"2026-08-23T05:40:00.000000Z","m":412665555445,"d":2,"v":1,"b":{"count":3},"p":"6cdd26470b0a1b6b7df77619698b66393eed05b7887bf8d14cde9bd4b911f1c7","x":"c2f11026a7eab042"}
        """#,
    ].map { Array($0.utf8) }

    static let drafts = [
        draft(
            "log.open",
            1_787_463_280_123_456,
            412_345_678_901,
            body: #"{"fmt":"sesslog/1","log":"01K3B7Q2V8-s17","station":"icu-3","boot":"6f1c…"}"#
        ),
        draft("vital.sample", 1_787_463_281_000_120, 412_346_555_565, body: #"{"hr":72,"spo2":98}"#),
        draft("note.add", 1_787_463_282_500_000, 412_348_055_445, actor: "nurse:ab12", body: #"{"text":"café ok"}"#),
        draft("log.close", 1_787_463_600_000_000, 412_665_555_445, body: #"{"count":3}"#),
    ]

    private static func draft(
        _ kind: String,
        _ utcMicros: Int64,
        _ bootMicros: Int64,
        actor: String? = nil,
        body: String
    ) -> RecordDraft {
        RecordDraft(kind: kind, utcMicros: utcMicros, bootMicros: bootMicros, actor: actor, body: Array(body.utf8))
    }

    @Test func `hold their self-checks and their chain`() throws {
        var previous = LogHash.zero
        for line in Self.lines {
            let check = try #require(LineCheck(line))
            #expect(check.previous == previous)
            previous = LogHash.leaf(of: line)
        }
        #expect(previous.hex == "d5cdf509a5b012e547deb2f91bc8ac5b524e21c1334fad82c5330781090ddb08")
    }

    @Test func `have the published tree root`() {
        var tree = MerkleTree()
        for line in Self.lines { tree.append(LogHash.leaf(of: line)) }
        #expect(tree.count == 4)
        // EX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs= in hexadecimal digits.
        #expect(tree.root.hex == "117f0b011e5bc83ab8edc666242cb2daaae63f61ecae7f9511c2e64f60e2d02b")
    }

    @Test func `come out of the encoder byte for byte`() {
        var encoder = LineEncoder()
        var previous = LogHash.zero
        for (number, draft) in Self.drafts.enumerated() {
            let durable = number == 0 ? nil : number - 1
            previous = encoder.append(draft, number: number, durable: durable, previous: previous)
        }
        let expected = Self.lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
        #expect(String(decoding: encoder.buffer, as: UTF8.self) == expected)
    }

    @Test func `fail their self-check with any one bit changed`() {
        let line = Self.lines[1]
        for index in line.indices {
            var changed = line
            changed[index] ^= 1
            #expect(LineCheck(changed) == nil, "byte \(index)")
        }
    }

    /// A wrong digit beside a right one must not be made up for by it.
    @Test(arguments: [0, 1, 30, 62, 63], [" ", "g", "A", "/", ":"])
    func `takes no other byte for a hexadecimal digit`(place: Int, byte: Character) {
        for digit in ["0", "a"] as [Character] {
            var digits = [Character](repeating: digit, count: 64)
            #expect(LogHash(hex: String(digits)) != nil)
            digits[place] = byte
            #expect(LogHash(hex: String(digits)) == nil, "\(byte) at \(place) beside \(digit)")
        }
    }
}
