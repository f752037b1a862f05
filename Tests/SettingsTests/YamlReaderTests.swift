import Settings
import Testing

@Suite struct `A settings file` {
    /// What `build` found wrong in a text, as people see it.
    static func problems(in text: String, _ build: (YamlMapping) -> Void) -> [String] {
        do throws(SettingsProblems) {
            try YamlReader.read(Array(text.utf8), name: "f.yaml", as: build)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `hands over what stands in it`() throws {
        let text = """
            # A comment
            name: Ward 3
            dose: 12.5
            on: true
            range: 40..300
            other: [-5, 4]
            list: [a, "b"]
            block:
              inner: 7
            """
        let summary = try YamlReader.read(Array(text.utf8), name: "f.yaml") { root in
            [
                root.string("name"), "\(root.decimal("dose", digits: 3))", "\(root.bool("on"))",
                "\(root.range("range"))", "\(root.range("other"))", root.strings("list").joined(),
                "\(root.mapping("block") { $0.int("inner") })",
            ]
        }
        #expect(summary == ["Ward 3", "12500", "true", "40...300", "-5...4", "ab", "7"])
    }

    @Test(arguments: [
        ("a: 1\nb: 2\n", "f.yaml:2:1: the key b is unknown: remove it; the keys here are a, c"),
        ("a: 1\ncc: 2\n", "f.yaml:2:1: the key cc is unknown: write c"),
        ("a: 1\na: 2\n", "f.yaml:1:1: the key a stands more than once in this block: keep one of them"),
        ("a: 1\n\"a\": 2\n", "f.yaml:1:1: the key a stands more than once in this block: keep one of them"),
        (
            "a: &x 1\n",
            "f.yaml:1:4: an anchor (&) is not allowed: remove it and write the value out wherever it is used"
        ),
        (
            "c: &x 1\na: *x\n",
            "f.yaml:1:4: an anchor (&) is not allowed: remove it and write the value out wherever it is used"
        ),
        ("a: *x\n", "f.yaml:1:4: an alias (*) is not allowed: write the value out"),
        ("a: !!int 1\n", "f.yaml:1:4: a tag (!) is not allowed: remove it"),
        ("a: one\n", "f.yaml:1:4: one is not a whole number: write digits only, such as 40"),
        ("a: 1.5\n", "f.yaml:1:4: 1.5 is not a whole number: write digits only, such as 40"),
        ("a: 010\n", "f.yaml:1:4: 010 begins with a needless 0: remove it"),
        ("a: \"1\"\n", "f.yaml:1:4: the value stands in quotes: write 1 without them"),
        ("a: 101\n", "f.yaml:1:4: 101 is outside 0 to 100: write a number from 0 to 100"),
        ("a:\n  b: 1\n", "f.yaml:2:3: one value is needed here: write it after the colon, such as 40"),
        ("c: 1\n", "f.yaml:1:1: the key a is missing in this block: add a: and its value"),
        ("- a\n", "f.yaml:1:1: a block of keys is needed here: indent key: value lines below this"),
        ("", "f.yaml:1:1: the file is empty: copy a shipped file and change it"),
        ("a: 1\n---\na: 2\n", "f.yaml:2:1: a second document begins here: remove everything from the line ---"),
        ("a: 1\n\u{7}", "f.yaml:2:1: a control character stands here: remove it"),
        ("a: 1 # \u{202E}\n", "f.yaml:1:8: a control character stands here: remove it"),
    ])
    func `is refused with the place and the cure`(text: String, expected: String) {
        #expect(Self.problems(in: text) { _ = ($0.int("a", in: 0...100), $0.optional("c")) }.first == expected)
    }

    @Test(arguments: [
        ("0.5", 500), ("12.5", 12_500), ("1", 1000), ("-1.25", -1250), ("+2", 2000), ("0.001", 1), ("1.500", 1500),
        ("0", 0), ("100000000000", 100_000_000_000_000),
    ])
    func `keeps decimals exact`(text: String, thousandths: Int) throws {
        let value = try YamlReader.read(Array("a: \(text)\n".utf8), name: "f.yaml") { $0.decimal("a", digits: 3) }
        #expect(value == thousandths)
    }

    @Test(arguments: [
        "1.", ".5", "1e3", "0x10", "1_000", "1,5", "1.2.3", "-", "+", "--1", "1 2", "~", "00.5", "1.2345",
    ])
    func `takes no other spelling of a number`(text: String) {
        #expect(Self.problems(in: "a: \(text)\n") { _ = $0.decimal("a", digits: 3) }.count == 1)
    }

    @Test(arguments: ["1234567890123", "99999999999999999999"])
    func `says when a number is too large`(text: String) {
        let expected = "f.yaml:1:4: \(text) is too large: check the unit in the key"
        #expect(Self.problems(in: "a: \(text)\n") { _ = $0.decimal("a", digits: 3) } == [expected])
    }

    @Test(arguments: ["40-300", "40", "..5", "5..", "1..2..3", "[1]", "[1, 2, 3]", "[1, [2]]", "{a: 1}", "\"1..2\""])
    func `takes no other spelling of a range`(text: String) {
        #expect(Self.problems(in: "a: \(text)\n") { _ = $0.range("a") }.count == 1)
    }

    @Test(arguments: ["yes", "on", "True", "TRUE", "1", "~", "\"true\""])
    func `takes only true and false`(text: String) {
        #expect(Self.problems(in: "a: \(text)\n") { _ = $0.bool("a") }.count == 1)
    }
}
