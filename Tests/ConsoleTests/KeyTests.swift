import Canvas
import TestSupport
import Testing

@Suite struct `The keys of a console` {
    static let table: [(bytes: String, key: Key)] = [
        ("a", .character("a")), ("ñ", .character("ñ")), ("日", .character("日")), ("/", .character("/")),
        ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab), ("\u{1B}", .escape),
        ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}[3~", .delete),
        ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
        ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
        ("\u{1B}[1;5A", .up), ("\u{1B}[1;2D", .left),
        ("\u{1B}OH", .home), ("\u{1B}OF", .end), ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}[1~", .home),
        ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
        ("\u{1B}OP", .function(1)), ("\u{1B}OQ", .function(2)), ("\u{1B}OR", .function(3)),
        ("\u{1B}[12~", .function(2)), ("\u{1B}[[B", .function(2)), ("\u{1B}[15~", .function(5)),
        ("\u{1B}[24~", .function(12)),
        ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{13}", .control("s")), ("\u{1C}", .control("\\")),
        ("\u{1B}v", .alt("v")), ("\u{1B}O", .alt("O")),
        ("\u{1B}Op", .character("0")), ("\u{1B}Ow", .character("7")), ("\u{1B}Oo", .character("/")),
        ("\u{1B}OM", .enter), ("\u{1B}On", .character(".")),
    ]

    @Test func `reach the station as what they are`() throws {
        let trial = ConsoleTrial()
        _ = try trial.greeted()
        for (bytes, key) in Self.table {
            #expect(trial.keys(bytes, count: 1) == [key], "bytes \(Array(bytes.utf8))")
        }
    }

    @Test func `typed before the first screen are not lost`() throws {
        let trial = ConsoleTrial()
        trial.terminal.type("142/88")
        _ = try trial.greeted()

        #expect(trial.keys("\r", count: 7) == "142/88".map { .character($0) } + [.enter])
    }

    /// Answers that come late and keys that nobody uses end in digits, and digits are vitals here.
    @Test(arguments: [
        "\u{1B}[?2026;2$y", "\u{1B}[?62;1;4c", "\u{1B}[I", "\u{1B}[57399u", "\u{1B}]11;rgb:1010/1515/1b1b\u{7}",
        "\u{1B}]11;rgb:1010/1515/1b1b\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[<0;12;4M", "\u{1B}[2~",
    ])
    func `leave out what is no key`(bytes: String) throws {
        let trial = ConsoleTrial()
        _ = try trial.greeted()

        #expect(trial.keys(bytes + "z", count: 1) == [.character("z")])
    }

    @Test func `come from a paste as one text without controls`() throws {
        let trial = ConsoleTrial()
        _ = try trial.greeted()

        let keys = trial.keys("\u{1B}[200~Dr. Wu\r\n\tañ\u{1}o\u{202E}日\u{1B}[201~y", count: 2)

        #expect(keys == [.paste("Dr. Wu año日"), .character("y")])
        #expect(trial.terminal.count(of: "\u{1B}[?2004h") == 1)
    }

    @Test func `do not come one by one from an endless paste`() throws {
        let trial = ConsoleTrial()
        _ = try trial.greeted()

        let keys = trial.keys("\u{1B}[200~" + String(repeating: "7", count: 2000), count: 1)

        #expect(keys == [.paste(String(repeating: "7", count: 2000))])
    }

    @Test func `survive ten thousand random bytes`() throws {
        var random = SeededRandom("random bytes")
        let trial = ConsoleTrial()
        _ = try trial.greeted()
        for round in 1...20 {
            trial.terminal.type((0..<500).map { _ in UInt8.random(in: 0...255, using: &random) })
            // Ends whatever the bytes began: a string, a paste, a sequence.
            trial.terminal.type("\u{1B}\\\u{7}\u{1B}[201~")
            trial.terminal.type("\u{1B}[20~")
            try #require(trial.wait { trial.station.keys.count { $0 == .function(9) } >= round })
        }
    }

    @Test func `include the mouse only when it was asked for`() throws {
        let trial = ConsoleTrial(["VIGIL_MOUSE": "1"])
        _ = try trial.greeted()
        #expect(trial.keys("\u{1B}[<0;12;4M", count: 1) == [.click(Point(x: 11, y: 3))])
        #expect(trial.keys("\u{1B}[<65;12;4M", count: 1) == [.wheel(1, Point(x: 11, y: 3))])

        let plain = ConsoleTrial()
        try plain.show(Frame(size: try plain.greeted().size))
        #expect(plain.terminal.count(of: "1000h") == 0)
    }
}
