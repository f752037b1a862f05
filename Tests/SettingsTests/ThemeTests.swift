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
        ("roles:\n  tekst: { fg: base05 }", "has no key \"tekst\"", 19),
        ("roles:\n  text: { fg: base99 }", "is no colour", 19),
        ("roles:\n  text: { fg: base05, fg: base06 }", "twice", 19),
        ("roles:\n  text: &a { fg: base05 }", "anchor", 19),
        ("roles:\n  alarmHigh: { fg: base05 }", "same in every theme", 19),
        ("roles:\n  text: { emphasis: [loud] }", "\"loud\" is unknown", 19),
        ("roles:\n  text: [", "", 20),
        ("colour: red", "has no key \"colour\"", 18),
        ("author: again", "twice", 2),
        ("variant: grey", "neither dark nor light", 18),
        ("system: base12", "\"base12\" is unknown", 18),
    ])
    func `is refused with the place and the cure`(added: String, words: String, line: Int) throws {
        let expected = "\(Self.scheme)\n\(added)"
        #expect {
            _ = try Theme(yaml: expected, file: "t.yaml")
        } throws: { error in
            guard let error = error as? ThemeError else { return false }
            return error.line >= line && error.line <= line + 1 && error.problem.contains(words)
                && !error.cure.isEmpty && error.description.hasPrefix("t.yaml:\(error.line):")
        }
    }

    @Test func `needs every colour`() {
        #expect(throws: ThemeError.self) { try Theme(yaml: "name: x\npalette: { base00: \"000000\" }", file: "t") }
        #expect(throws: ThemeError.self) { try Theme(yaml: "", file: "t") }
        #expect(throws: ThemeError.self) { try Theme(yaml: "- a", file: "t") }
    }
}
