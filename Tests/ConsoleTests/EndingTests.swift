import Canvas
import Glibc
import TestSupport
import Testing

@Suite struct `A console that ends` {
    /// What a shell needs to go on: lines edited, typing echoed, the ordinary screen, no paste marks.
    func expectRestored(_ terminal: PseudoTerminal) {
        #expect(terminal.isSane)
        #expect(terminal.count(of: "\u{1B}[?1049h") <= terminal.count(of: "\u{1B}[?1049l"))
        #expect(terminal.count(of: "\u{1B}[?2004l") > 0)
        #expect(terminal.count(of: "\u{1B}]4;") == 0)
    }

    @Test func `after a goodbye gives the terminal back and says why`() throws {
        let trial = ConsoleTrial()
        try trial.show(Frame(size: try trial.greeted().size))

        trial.station.send(.goodbye(reason: "The day is over.\u{1B}[31m"))

        #expect(try trial.ended() == 0)
        #expect(trial.terminal.screen.text.contains("The day is over."))
        expectRestored(trial.terminal)
        #expect(trial.crashReports == "")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGINT])
    func `by a signal gives the terminal back`(signal: Int32) throws {
        let trial = ConsoleTrial()
        try trial.show(Frame(size: try trial.greeted().size))

        trial.terminal.send(signal: signal)

        #expect(try trial.ended() == 128 + Int(signal))
        expectRestored(trial.terminal)
        #expect(trial.wait { !trial.station.isConnected })
        #expect(trial.station.received.last == .bye)
    }

    @Test(arguments: [SIGUSR2, SIGSEGV, SIGABRT])
    func `by a crash gives the terminal back and leaves its cause in a file`(signal: Int32) throws {
        let trial = ConsoleTrial()
        try trial.show(SampleFrames.roles(try trial.greeted().size))

        trial.terminal.send(signal: signal)

        #expect(try trial.ended() < 0)
        expectRestored(trial.terminal)
        #expect(trial.terminal.screen.text.contains("the console crashed, the station goes on"))
        #expect(!trial.terminal.screen.text.contains("Press space"))
        if signal == SIGUSR2 { #expect(trial.crashReports.contains("Index out of range")) }
    }

    @Test func `by a closed window goes at once`() throws {
        let trial = ConsoleTrial()
        try trial.show(Frame(size: try trial.greeted().size))

        trial.terminal.hangUp()

        #expect(try trial.ended() == 128 + Int(SIGHUP))
        #expect(trial.wait { !trial.station.isConnected })
    }

    @Test(
        arguments: [
            ([0xFF, 0xFF, 0xFF, 0xFF, 1], "announced a message of 4294967295 bytes"),
            ([0, 0, 0, 0], "announced a message of 0 bytes"),
            ([0, 0, 0, 1, 99], "sent an impossible message"),
            ([0, 0, 0, 2, 2, 1, 0, 0, 0, 1, 1], "sent a message that ends too early"),
            ([0, 0, 0, 9, 1, 0, 10, 0, 5, 0, 0, 9, 0], "sent a message that ends too early"),
        ] as [([UInt8], String)]
    )
    func `by garbage from the station says so`(bytes: [UInt8], words: String) throws {
        let trial = ConsoleTrial()
        try trial.show(Frame(size: try trial.greeted().size))

        trial.station.send(bytes: bytes)

        #expect(try trial.ended() == 1)
        #expect(trial.terminal.screen.text.contains("vigil: the station \(words)"))
        expectRestored(trial.terminal)
    }

    @Test func `without a terminal says what to do`() throws {
        let trial = ConsoleTrial(["TERM": "dumb"])
        _ = try trial.greeted()
        let pipe = try #require(popen("VIGIL_HOME=\(trial.home) \(ConsoleTrial.program) 2>&1 </dev/null", "r"))
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, pipe)
        let status = pclose(pipe)

        #expect(status >> 8 == 1)
        #expect(String(decoding: buffer[..<count], as: UTF8.self).contains("run vigil in a terminal window"))
    }
}
