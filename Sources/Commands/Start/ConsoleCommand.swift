import ArgumentParser
import Console
import Settings

/// A console on the station, which is started if none runs.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Open a console on the station (what vigil does without a subcommand).",
        shouldDisplay: false
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var theme: ThemeOption

    func run() throws {
        try reporting {
            let path = try home.path()
            let configuration = try StationConfiguration.read(home: path)
            let chosen = try theme.theme(otherwise: configuration?.theme ?? .dark)
            let status = Console.run(
                ConsoleConfiguration(
                    home: path,
                    stationArguments: ["serve", "--home", path],
                    theme: chosen,
                    isThemeChosen: theme.name != nil
                )
            )
            throw ExitCode(status)
        }
    }
}
