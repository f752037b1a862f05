import ArgumentParser
import Console
package import EventLog
import Glibc
import Journal

/// The program: crash handling before anything else, then the command line.
package enum Program {
    /// What a station of this process keeps its records on.
    @TaskLocal static var stationDisk: any Disk = SystemDisk()

    /// Runs the command that was asked for, and ends the process.
    ///
    /// - Parameter stationDisk: what a station keeps its records on; a test gives one that fails.
    package static func run(stationDisk: any Disk = SystemDisk()) {
        if let home = HomeOption.usual() { CrashGuard.prepare(home: home) }
        // A full disk or a closed pipe is an error that a call returns, never the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        $stationDisk.withValue(stationDisk) { VigilCommand.main() }
    }
}

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
        ],
        defaultSubcommand: ConsoleCommand.self
    )
}
