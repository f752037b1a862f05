import ArgumentParser
import Glibc
import Journal

/// The command line's root; without a subcommand it opens a console on the station.
struct VigilCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vigil",
        abstract: "An infusion-session station: it documents, reminds and proves.",
        discussion: """
            Without a subcommand it opens a console on the station of $VIGIL_HOME, and starts the station if none runs.
            It is not the primary patient monitor.
            """,
        version: ProgramVersion.text,
        subcommands: [
            ConsoleCommand.self, ServeCommand.self, DemoCommand.self, SimulateCommand.self, LogCommand.self,
            AddendumCommand.self, VerifyCommand.self, ProveCommand.self, KeyCommand.self, BackupCommand.self,
            RestoreCommand.self, RepairCommand.self, ProtocolCommand.self, CalcCommand.self, StaffCommand.self,
            KeysCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self
    )
}
