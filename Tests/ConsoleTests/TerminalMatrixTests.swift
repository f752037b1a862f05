import Canvas
import Settings
import TestSupport
import Testing

@Suite struct `A console on any terminal` {
    static let kinds: [(name: String, colors: Wire.ColorDepth)] = [
        ("xterm-256color", .indexed), ("tmux-256color", .indexed), ("screen-256color", .indexed), ("xterm", .eight),
        ("linux", .eight), ("vt100", .none), ("xterm-kitty", .indexed), ("no-such-terminal", .indexed),
    ]

    @Test(arguments: kinds)
    func `shows every word and changes no colours of the terminal`(name: String, colors: Wire.ColorDepth) throws {
        let trial = ConsoleTrial(["TERM": name])
        let hello = try trial.greeted()
        let frame = SampleFrames.roles(hello.size)

        try trial.show(frame)

        #expect(hello.colors == colors)
        for y in 0..<frame.size.rows { #expect(trial.terminal.screen.row(y) == frame.row(y)) }
        trial.station.send(.goodbye(reason: "done"))
        #expect(try trial.ended() == 0)
        #expect(trial.terminal.isSane)
        for sequence in ["\u{1B}]4;", "\u{1B}]104", "\u{1B}]P", "\u{1B}[2J\u{1B}[2J"] {
            #expect(trial.terminal.count(of: sequence) == 0)
        }
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100", "tmux-256color"])
    func `takes arrows and digits from each`(name: String) throws {
        let trial = ConsoleTrial(["TERM": name])
        _ = try trial.greeted()
        #expect(trial.keys("\u{1B}[A", count: 1) == [.up])
        #expect(trial.keys("\u{1B}Ow", count: 1) == [.character("7")])
        #expect(trial.keys("7", count: 1) == [.character("7")])
        #expect(trial.keys("\u{1B}", count: 1) == [.escape])
        #expect(trial.keys("\u{1B}[200~a\rb\u{1B}[201~", count: 1) == [.paste("a b")])
    }

    @Test(arguments: ["C", "POSIX"])
    func `sends ASCII alone to who asks for it`(locale: String) throws {
        let trial = ConsoleTrial(["LC_ALL": locale])
        let hello = try trial.greeted()
        var frame = SampleFrames.roles(hello.size)
        frame.put("Müller", x: 40, y: 20)

        try trial.show(frame)

        #expect(hello.glyphs == .ascii)
        #expect(trial.terminal.output.allSatisfy { $0 < 0x80 })
        #expect(trial.terminal.screen.row(13) == "? ?  ? ? , Zoe Nandu")
        #expect(trial.terminal.screen.row(20).hasSuffix("Muller"))
        let rows = (0..<11).map { (trial.terminal.screen.row($0), frame.row($0)) }
        for (shown, drawn) in rows { #expect(shown == drawn) }
    }

    @Test(arguments: [["LC_ALL": "xx_YY.UTF-8"], ["LC_ALL": "", "LANG": "en_US.UTF-8"], ["LC_ALL": ""]])
    func `loses no character where the locale is missing`(locale: [String: String]) throws {
        let trial = ConsoleTrial(locale)
        let hello = try trial.greeted()
        let frame = SampleFrames.roles(hello.size)

        try trial.show(frame)

        #expect(hello.glyphs == .unicode)
        #expect(trial.terminal.screen.row(13) == frame.row(13))
    }

    @Test func `uses no colours where none are wanted`() throws {
        let trial = ConsoleTrial(["NO_COLOR": "1"])
        let hello = try trial.greeted()
        let frame = SampleFrames.roles(hello.size)

        try trial.show(frame)

        #expect(hello.colors == Wire.ColorDepth.none)
        #expect(trial.terminal.count(of: "\u{1B}[38") + trial.terminal.count(of: "\u{1B}[48") == 0)
        for y in 0..<frame.size.rows { #expect(trial.terminal.screen.row(y) == frame.row(y)) }
    }

    @Test func `rings once for a burst of bells`() throws {
        let trial = ConsoleTrial()
        let frame = SampleFrames.roles(try trial.greeted().size)
        for _ in 0..<20 { trial.station.send(.bell(1)) }
        try trial.show(frame)

        let bells = trial.terminal.count(of: "\u{7}") - trial.terminal.count(of: "idle;1\u{7}")
        #expect(bells >= 1 && bells < 20)
    }

    @Test func `tells the window its title without controls`() throws {
        let trial = ConsoleTrial()
        let frame = SampleFrames.roles(try trial.greeted().size)
        trial.station.send(.title("Vigil\u{7}\u{1B}]0;x 3 chairs"))
        try trial.show(frame)

        #expect(trial.terminal.count(of: "\u{1B}]2;Vigil]0;x 3 chairs\u{7}") == 1)
    }
}
