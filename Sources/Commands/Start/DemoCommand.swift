import ArgumentParser
import Console
import Settings
import Simulation

/// A station of its own for trying Vigil, with simulated patients.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Try Vigil on simulated patients, in a folder that goes with it."
    )

    @Option(help: "Simulated seconds a second.") var speed: Int = 1
    @OptionGroup var theme: ThemeOption

    func validate() throws {
        guard (1...3600).contains(speed) else { throw ValidationError("--speed must be 1 to 3600") }
    }

    func run() throws {
        try reporting {
            let theme = try theme.theme(otherwise: .dark)
            let isThemeChosen = self.theme.name != nil
            let status = Demonstration.run(speed: speed) { home in
                Console.run(
                    ConsoleConfiguration(home: home, stationArguments: [], theme: theme, isThemeChosen: isThemeChosen)
                )
            }
            throw ExitCode(status)
        }
    }
}
