import ArgumentParser
import Station

/// The station without a terminal: what a service file runs.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the station without a terminal; SIGTERM ends it in order."
    )

    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting { throw ExitCode(StationProgram.serve(home: try home.path(), disk: StationDisk.current)) }
    }
}
