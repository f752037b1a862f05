import Streams

/// The console: one person's terminal on the station.
///
/// It knows nothing of sessions. Keys go to the station, changed cells come back, and whatever happens the terminal is
/// given back as it was found. Any number of consoles may run; one that ends takes nothing with it.
package enum Console {
    /// Runs a console until its station says goodbye or its terminal goes away; returns the program's exit status.
    ///
    /// 0 after a goodbye, 1 after a failure that was named on standard error, 128 and the signal's number after TERM,
    /// HUP, QUIT or INT. `CrashGuard.prepare` comes first in the program's main.
    package static func run(_ configuration: ConsoleConfiguration) -> Int32 {
        let ending: Ending
        do throws(ConsoleError) {
            ending = try open(configuration)
        } catch {
            return fail(error)
        }
        switch ending {
        case .goodbye(let reason):
            // Where nobody can read it any more, the station has still said goodbye.
            if !reason.isEmpty { try? say(reason) }
            return 0
        case .failed(let error): return fail(error)
        case .signal(let number): return 128 + number
        }
    }

    private static func open(_ configuration: ConsoleConfiguration) throws(ConsoleError) -> Ending {
        let traits = TerminalTraits()
        try Terminal.check()
        var station = StationProcess(home: configuration.home, arguments: configuration.stationArguments)
        let link = try station.reach()
        let terminal = try Terminal(configuration, traits)
        var loop = RunLoop(terminal, link, station, traits)
        let ending = loop.run()
        terminal.restore()
        return ending
    }

    /// Says what failed, with the station's last words in lines of their own.
    private static func fail(_ error: ConsoleError) -> Int32 {
        for line in "vigil: \(error.text)".split(separator: "\n") { complain(String(line)) }
        return 1
    }
}
