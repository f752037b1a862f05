import JSON
import Testing

@Suite struct `Reading JSON` {
    @Test(
        arguments: [
            ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
            ("0", .integer(0)), ("-7", .integer(-7)), ("9007199254740992", .integer(9_007_199_254_740_992)),
            ("-9007199254740992", .integer(-9_007_199_254_740_992)),
            ("9007199254740993", .number("9007199254740993")), ("36.80", .number("36.80")), ("-0", .number("-0")),
            ("1e3", .number("1e3")), ("1E-3", .number("1E-3")), ("0.5e+10", .number("0.5e+10")),
            (#""""#, .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
            (#""\u00e9\u20AC\ud83d\ude00\u0000""#, .string("é€😀\u{0}")), (#""é€😀\#u{7F}""#, .string("é€😀\u{7F}")),
            ("[]", []), ("[1,[2],{}]", [1, [2], [:]]), (" [ 1 , 2 ] \r\n\t", [1, 2]),
            (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": .null]]),
        ] as [(String, JSON)]
    )
    func `gives the value written`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test(
        arguments: [
            ("", 0, .endsTooEarly), ("  ", 2, .endsTooEarly), ("nul", 3, .endsTooEarly),
            ("nulx", 3, .unexpectedByte(0x78)),
            ("[1", 2, .endsTooEarly), ("[1,]", 3, .unexpectedByte(0x5D)), ("[1 2]", 3, .unexpectedByte(0x32)),
            ("{", 1, .endsTooEarly), ("{1:2}", 1, .unexpectedByte(0x31)), (#"{"a"}"#, 4, .unexpectedByte(0x7D)),
            (#"{"a":1,}"#, 7, .unexpectedByte(0x7D)), (#"{"a":1,"b":2,"a":3}"#, 13, .duplicateKey("a")),
            (#"{"a":1,"\u0061":2}"#, 7, .duplicateKey("a")),
            ("1 2", 2, .bytesAfterValue), ("{}}", 2, .bytesAfterValue), ("\u{FEFF}1", 0, .unexpectedByte(0xEF)),
            ("01", 0, .malformedNumber), ("-", 1, .endsTooEarly), ("-x", 0, .malformedNumber), ("1.", 2, .endsTooEarly),
            ("1.x", 0, .malformedNumber), ("1e+", 3, .endsTooEarly), ("[1e]", 1, .malformedNumber),
            ("+1", 0, .unexpectedByte(0x2B)), (".5", 0, .unexpectedByte(0x2E)), ("NaN", 0, .unexpectedByte(0x4E)),
            (#""abc"#, 4, .endsTooEarly), (#""a\x""#, 2, .unknownEscape), (#""\u12g4""#, 1, .unknownEscape),
            (#""\u12"#, 5, .endsTooEarly), ("\"a\nb\"", 2, .controlByteInString(0x0A)),
            (#""a\ud800""#, 2, .loneSurrogate), (#""\ud800\n""#, 1, .loneSurrogate),
            (#""\ud800\u0041""#, 1, .loneSurrogate),
            (#""\udc00""#, 1, .loneSurrogate), (#""\ud800\ud800""#, 1, .loneSurrogate),
            ("'a'", 0, .unexpectedByte(0x27)),
        ] as [(String, Int, JSONError.Problem)]
    )
    func `names the byte and the problem`(text: String, offset: Int, problem: JSONError.Problem) {
        #expect(throws: JSONError(offset: offset, problem: problem)) { try JSON(parsing: text) }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]]
    )
    func `refuses text that is not well-formed UTF-8`(bytes: [UInt8]) {
        let document = [0x22, 0x61] + bytes + [0x22]
        #expect(throws: JSONError(offset: 2, problem: .invalidUTF8)) { try JSON(parsing: document) }
        let afterEscape = Array(#""\n"#.utf8) + bytes + [0x22]
        #expect(throws: JSONError(offset: 3, problem: .invalidUTF8)) { try JSON(parsing: afterEscape) }
    }

    @Test func `goes 64 deep and no deeper`() throws {
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSON(parsing: deepest).bytes == Array(deepest.utf8))
        let deeper = String(repeating: #"{"a":"#, count: 65)
        #expect(throws: JSONError(offset: 320, problem: .tooDeep)) { try JSON(parsing: deeper) }
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
    }

    @Test func `keeps siblings from counting as depth`() throws {
        let wide = "[" + Array(repeating: "[]", count: 1000).joined(separator: ",") + "]"
        #expect(try JSON(parsing: wide).array?.count == 1000)
    }

    @Test func `finds a repeated key among many`() {
        let members = (0..<5000).map { #""k\#($0)":\#($0)"# }
        let text = "{" + (members + [#""k7":0"#]).joined(separator: ",") + "}"
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
        let distinct = try? JSON(parsing: "{" + members.joined(separator: ",") + "}")
        #expect(distinct?.object?.count == 5000)
    }

    @Test func `reads slices of a larger buffer`() throws {
        let line = Array(#"xx{"a":[1]}yy"#.utf8)
        #expect(try JSON(parsing: line[2..<11]) == ["a": [1]])
    }

    @Test func `says in words what is wrong where`() {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: #"{"a":1,"a":2}"#) }
        #expect(error?.description == #"byte 7: the key "a" stands twice in one object"#)
    }
}
