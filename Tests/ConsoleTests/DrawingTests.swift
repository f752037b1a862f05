import Canvas
import Glibc
import Settings
import TestSupport
import Testing

@Suite struct `What a console draws` {
    @Test(arguments: ["dark", "light"])
    func `is the frame, cell by cell, in the colours of the theme`(name: String) throws {
        let theme = try #require(Theme.shipped(named: name))
        let trial = ConsoleTrial(["PROBE_THEME": name])
        let hello = try trial.greeted()
        let frame = SampleFrames.roles(hello.size)

        try trial.show(frame)

        #expect(hello.size == Size(columns: 80, rows: 24))
        #expect(hello.colors == .indexed)
        #expect(hello.glyphs == .unicode)
        #expect(hello.userName == "ada")
        #expect(hello.terminal.hasPrefix("pts/"))
        #expect(FrameComparison.differences(trial.terminal.screen, frame, theme: theme) == [])
        #expect(trial.terminal.screen.cursor == (5, 13))
    }

    @Test func `has the very colours of the theme where the terminal has them`() throws {
        let trial = ConsoleTrial(["COLORTERM": "truecolor"])
        let hello = try trial.greeted()
        let frame = SampleFrames.roles(hello.size)

        try trial.show(frame)

        #expect(hello.colors == .direct)
        #expect(FrameComparison.differences(trial.terminal.screen, frame, theme: .dark, isDirect: true) == [])
    }

    @Test func `stays the frame through random changes`() throws {
        var random = SeededRandom("random frames")
        let trial = ConsoleTrial()
        let size = try trial.greeted().size
        var frame: Frame?
        for _ in 0..<60 {
            let next = SampleFrames.random(size, from: frame, using: &random)
            try trial.show(next)
            try #require(FrameComparison.differences(trial.terminal.screen, next, theme: .dark) == [])
            frame = next
        }
    }

    @Test func `is not drawn again where nothing changed`() throws {
        let trial = ConsoleTrial()
        var frame = SampleFrames.roles(try trial.greeted().size)
        try trial.show(frame)
        let before = trial.terminal.output.count

        frame.put("7", x: 70, y: 20)
        try trial.show(frame)

        #expect(trial.terminal.output.count - before < 100)
    }

    @Test func `follows the size of the window`() throws {
        let trial = ConsoleTrial(["LINES": "24", "COLUMNS": "80"])
        try trial.show(SampleFrames.roles(try trial.greeted().size))

        for size in [Size(columns: 100, rows: 30), Size(columns: 1, rows: 1), Size(columns: 61, rows: 17)] {
            trial.terminal.resize(columns: size.columns, rows: size.rows)
            #expect(trial.wait { trial.station.received.last == .resize(size) })
            let frame = SampleFrames.roles(size)
            trial.station.show(frame)
            // The console paints its old frame for the new size too, so the first marker need not be this frame's.
            #expect(trial.wait { FrameComparison.differences(trial.terminal.screen, frame, theme: .dark) == [] })
        }
    }

    @Test func `is held back until it is complete where the terminal can`() throws {
        let trial = ConsoleTrial()
        trial.terminal.claimsSynchronizedOutput = true
        let frame = SampleFrames.roles(try trial.greeted().size)

        try trial.show(frame)
        try trial.show(Frame(size: frame.size))

        #expect(trial.terminal.count(of: "\u{1B}[?2026h") == 2)
        // The question before the first frame is no end of one.
        #expect(trial.terminal.count(of: "\u{1B}[?2026l") == 2)
        #expect(FrameComparison.differences(trial.terminal.screen, Frame(size: frame.size), theme: .dark) == [])
    }

    @Test func `is drawn whole again after the program was stopped`() throws {
        let trial = ConsoleTrial()
        let frame = SampleFrames.roles(try trial.greeted().size)
        try trial.show(frame)
        let painted = trial.terminal.settledFrames
        trial.terminal.send(signal: SIGSTOP)
        // What another program left on the screen meanwhile.
        _ = trial.terminal.screen.take(Array("\u{1B}[H\u{1B}[2Jsomething else".utf8))

        trial.terminal.send(signal: SIGCONT)

        #expect(trial.wait { trial.terminal.settledFrames > painted })
        #expect(trial.wait { FrameComparison.differences(trial.terminal.screen, frame, theme: .dark) == [] })
    }

    @Test func `shows amended values struck through`() throws {
        let trial = ConsoleTrial()
        var frame = Frame(size: try trial.greeted().size)
        frame.put("84 97", x: 0, y: 0, style: Style(.amended, .struck))

        try trial.show(frame)

        #expect(trial.terminal.screen.row(0) == "8\u{336}4\u{336} 9\u{336}7\u{336}")
    }

    @Test(arguments: [("xterm-256color", 80, 24, 12_000), ("xterm-256color", 200, 60, 40_000)])
    func `takes few bytes and few writes`(name: String, columns: Int, rows: Int, mostBytes: Int) throws {
        let trial = ConsoleTrial(["TERM": name], columns: columns, rows: rows)
        let size = try trial.greeted().size
        try trial.show(Frame(size: size))
        let bytes = trial.terminal.output.count
        let writes = try trial.writeCalls()

        try trial.show(SampleFrames.roles(size))
        let writesOfWhole = try trial.writeCalls() - writes
        let bytesOfWhole = trial.terminal.output.count - bytes
        try trial.show(SampleFrames.dense(size))

        print("\(columns)x\(rows): \(bytesOfWhole) and \(trial.terminal.output.count - bytes - bytesOfWhole) bytes")
        #expect(trial.terminal.output.count - bytes - bytesOfWhole <= mostBytes)
        #expect(writesOfWhole <= 10)
        #expect(try trial.writeCalls() - writes - writesOfWhole <= 10)
    }
}
