import Canvas
import Glibc
import TestSupport
import Testing

@Suite struct `A console without a station` {
    /// The process id that the probe's own station shows.
    func stationID(_ terminal: PseudoTerminal) -> Int32? {
        let row = terminal.screen.row(0)
        return row.hasPrefix("STATION ") ? Int32(row.dropFirst(8)) : nil
    }

    @Test func `starts one, and another when that is killed`() throws {
        let trial = ConsoleTrial(hasStation: false)
        try #require(trial.wait { stationID(trial.terminal) != nil }, "\(trial.terminal.screen.text)")
        let first = try #require(stationID(trial.terminal))

        kill(first, SIGKILL)

        try #require(trial.wait { stationID(trial.terminal).map { $0 != first } ?? false })
        #expect(trial.terminal.count(of: "The station stopped and is starting again.") > 0)
        trial.terminal.type("q")
        #expect(try trial.ended() == 0)
        #expect(trial.terminal.screen.text.contains("The day is over."))
    }

    @Test func `says what the station's last words were`() throws {
        let trial = ConsoleTrial(["PROBE_STATION": "refuse"], hasStation: false)

        #expect(try trial.ended() == 1)
        #expect(trial.terminal.screen.text.contains("vigil: the disk is full: make room"))
        #expect(trial.terminal.screen.text.contains("station.err"))
        #expect(trial.terminal.isSane)
    }

    @Test func `gives up on one that stops again and again`() throws {
        let trial = ConsoleTrial(hasStation: false)
        try #require(trial.wait { stationID(trial.terminal) != nil })
        trial.terminal.type("d")
        // The next ones die as soon as they are asked anything.
        let hasEnded = trial.wait(seconds: 60) {
            if stationID(trial.terminal) != nil { trial.terminal.type("d") }
            return trial.terminal.isClosed || trial.terminal.count(of: "stops again and again") > 0
        }

        #expect(hasEnded)
        #expect(try trial.ended() == 1)
    }

    @Test func `tells the station it reaches again that somebody sat here`() throws {
        let trial = ConsoleTrial()
        #expect(try !trial.greeted().isAgain)

        trial.station.hangUp()

        #expect(trial.wait { trial.station.hello?.isAgain == true })
    }

    @Test func `can be left while it waits`() throws {
        let trial = ConsoleTrial(["PROBE_STATION": "refuse"])
        try trial.show(Frame(size: try trial.greeted().size))
        unlink(trial.home + "/socket")
        trial.station.hangUp()
        try #require(trial.wait { trial.terminal.screen.text.contains("starting again") })

        trial.terminal.type("\u{3}")

        #expect(try trial.ended() == 0)
    }
}
