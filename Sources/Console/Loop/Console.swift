package import Settings

/// The console: one person's terminal on the station.
///
/// It knows nothing of sessions. Keys go to the station, changed cells come back, and whatever happens the terminal is
/// given back as it was found. Any number of consoles may run; one that ends takes nothing with it.
package enum Console {
    /// How a console is started.
    package struct Configuration: Sendable {
        /// The station's home; its socket is `socket` in it.
        package var home: String
        /// The arguments that make this same program the station: "serve", "--home" and the home.
        package var stationArguments: [String]
        package var theme: Theme
        /// Whether a person asked for the theme by name; then NO_COLOR does not take its colours away.
        package var isThemeChosen: Bool

        package init(home: String, stationArguments: [String], theme: Theme, isThemeChosen: Bool = false) {
            self.home = home
            self.stationArguments = stationArguments
            self.theme = theme
            self.isThemeChosen = isThemeChosen
        }
    }

    /// Runs a console until its station says goodbye or its terminal goes away; returns the program's exit status.
    ///
    /// 0 after a goodbye, 1 after a failure that was named on standard error, 128 and the signal's number after TERM,
    /// HUP, QUIT or INT. `CrashGuard.prepare` comes first in the program's main.
    package static func run(_ configuration: Configuration) -> Int32 {
        let ending: Ending
        do throws(ConsoleError) {
            ending = try open(configuration)
        } catch {
            tell("vigil: \(error.text)\n", on: 2)
            return 1
        }
        switch ending {
        case .goodbye(let reason):
            if !reason.isEmpty { tell(cleaned(reason) + "\n", on: 1) }
            return 0
        case .failed(let error):
            tell("vigil: \(error.text)\n", on: 2)
            return 1
        case .signal(let number): return 128 + number
        }
    }

    private static func open(_ configuration: Configuration) throws(ConsoleError) -> Ending {
        let surroundings = Surroundings()
        try Terminal.check()
        var station = StationProcess(home: configuration.home, arguments: configuration.stationArguments)
        let link = try station.reach()
        let terminal = try Terminal(configuration, surroundings)
        var loop = RunLoop(terminal, link, station, configuration, surroundings)
        let ending = loop.run()
        terminal.restore()
        return ending
    }

    /// A text without characters that could move the cursor or turn the reading direction.
    static func cleaned(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars where isPrintable(scalar) { result.unicodeScalars.append(scalar) }
        return result
    }
}
