import Canvas
import Settings
import Testing

@Suite struct `A theme` {
    @Test(arguments: Theme.shipped)
    func `can be read by tired eyes in true colours and in 256`(theme: Theme) {
        #expect(theme.contrastFindings.map(\.description) == [])
    }

    @Test func `is shipped for dark rooms and for light ones`() {
        #expect(Theme.shipped(named: "dark")?.slug == "vigil-dark")
        #expect(Theme.shipped(named: "vigil-light")?.variant == .light)
        #expect(Theme.dark.background == ThemeColor(0x10151B))
    }

    @Test(arguments: Theme.shipped)
    func `keeps the chips of alarms as they are everywhere`(theme: Theme) {
        #expect(theme[role: .alarmHigh] == Theme.Look(ThemeColor(0xFFFFFF), on: ThemeColor(0xD3002D), .bold))
        #expect(theme[role: .alarmMedium].background == ThemeColor(0xFFC400))
        #expect(theme[role: .alarmLow].background == ThemeColor(0x4FD8EB))
    }

    @Test(arguments: Theme.shipped)
    func `keeps the hues of alarms, caution and good apart`(theme: Theme) {
        let roles: [Role] = [.alarmHighText, .alarmMediumText, .alarmLowText, .good, .caution, .note]
        for (index, first) in roles.enumerated() {
            for second in roles[(index + 1)...] {
                let distance = theme[role: first].foreground.distance(to: theme[role: second].foreground)
                #expect(distance > 0.0015, "\(first) and \(second)")
            }
        }
    }

    /// Sixteen colours and nothing else, as published schemes have them.
    static let scheme = """
        scheme: Plain
        author: someone
        \((0..<16).map { "base0\(String($0, radix: 16, uppercase: true)): 18181\($0 % 10)" }.joined(separator: "\n"))
        """

    @Test func `may be a plain scheme whose colours look like numbers`() throws {
        let theme = try Theme(yaml: Self.scheme, file: "plain.yaml")

        #expect(theme.name == "Plain")
        #expect(theme[role: .text].foreground == ThemeColor(0x181815))
        #expect(theme[role: .laneBloodPressure].foreground == theme.palette[8])
    }

    @Test(arguments: [
        ("roles:\n  txt: { fg: base05 }", "20:3: the key txt is unknown: write text"),
        ("roles:\n  text: { fgg: base05 }", "20:11: the key fgg is unknown: write fg"),
        (
            "roles:\n  text: { fg: base99 }",
            "20:15: base99 is no colour: write six hexadecimal digits such as \"#10151b\""
        ),
        (
            "roles:\n  text: { bg: \"#12345\" }",
            "20:15: #12345 is no colour: write six hexadecimal digits such as \"#10151b\""
        ),
        (
            "roles:\n  text: { fg: base05, fg: base06 }",
            "20:11: the key fg stands more than once in this block: keep one of them"
        ),
        ("roles:\n  text: {}\n  text: {}", "20:3: the key text stands more than once in this block: keep one of them"),
        (
            "roles:\n  text: &a { fg: base05 }",
            "20:9: an anchor (&) is not allowed: remove it and write the value out wherever it is used"
        ),
        (
            "roles:\n  text: &a { fg: base05 }\n  bar: *a",
            "20:9: an anchor (&) is not allowed: remove it and write the value out wherever it is used"
        ),
        ("roles:\n  text: *a", "20:9: an alias (*) is not allowed: write the value out"),
        ("roles:\n  text: { fg: !!int base05 }", "20:15: a tag (!) is not allowed: remove it"),
        ("roles:\n  alarmHigh: { fg: base05 }", "20:14: alarmHigh is the same in every theme: remove the line"),
        (
            "roles:\n  text: { emphasis: [loud] }",
            "20:22: loud is not known here: write one of: bold, underline, reverse"
        ),
        (
            "roles:\n  text: { emphasis: bold }",
            "20:21: a list is needed here: write [a, b] or one line with a dash for each"
        ),
        ("roles:\n  text: base05", "20:9: a block of keys is needed here: indent key: value lines below this"),
        ("roles: [text]", "19:8: a block of keys is needed here: indent key: value lines below this"),
        ("author: again", "2:1: the key author stands more than once in this block: keep one of them"),
        ("variant: grey", "19:10: grey is not known here: write one of: dark, light"),
        ("system: base12", "19:9: base12 is not known here: write one of: base16, base24"),
        ("slug: \"a\\e[2J\"", "19:7: the text holds a control character: write it in one line of plain text"),
        (
            "base10: #10151b",
            "19:8: there is no colour: write it in quotes, such as \"#10151b\": a bare # begins a comment"
        ),
    ])
    func `is refused with the place and the cure`(added: String, expected: String) {
        #expect(Self.problems(in: "\(Self.scheme)\n\(added)\n").first == "t.yaml:\(expected)")
    }

    @Test func `is refused for a key that no theme has`() throws {
        let problem = try #require(Self.problems(in: "\(Self.scheme)\ncolour: red\n").first)
        #expect(problem.hasPrefix("t.yaml:19:1: the key colour is unknown: remove it; the keys here are system, "))
    }

    @Test func `is refused for text that is no YAML`() throws {
        let problem = try #require(Self.problems(in: "\(Self.scheme)\nroles:\n  text: [\n").first)
        #expect(problem.contains(": this is not YAML ("))
    }

    @Test func `says everything that is wrong at once`() {
        let text = "\(Self.scheme)\nvariant: grey\nroles:\n  tekst: {}\n  text: { fg: red }\n"
        #expect(Self.problems(in: text).count == 3)
    }

    @Test func `needs every colour and a name`() {
        let missing = Self.problems(in: "palette: { base00: \"000000\" }\n")
        #expect(missing.first == "t.yaml:1:1: the key name is missing in this block: add name: and its value")
        #expect(
            missing.dropFirst().first
                == "t.yaml:1:10: the key base01 is missing in this block: add base01: and its value"
        )
        #expect(missing.count == 16)
        #expect(Self.problems(in: "").count == 1)
        #expect(Self.problems(in: "- a").count == 1)
    }

    @Test func `has its colours in one place`() {
        let palette = (0..<16).map { "  base0\(String($0, radix: 16, uppercase: true)): \"181818\"" }
        let text = "name: x\npalette:\n\(palette.joined(separator: "\n"))\nbase12: \"ffffff\"\n"
        let expected = "t.yaml:19:9: base12 stands outside palette: write it in the block palette only"
        #expect(Self.problems(in: text) == [expected])
    }

    /// What is wrong in a theme, as people see it.
    static func problems(in text: String) -> [String] {
        do throws(SettingsProblems) {
            _ = try Theme(yaml: text, file: "t.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}
