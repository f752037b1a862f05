import ArgumentParser
import Streams
import EventLog
import Journal

/// A copy brought back as a station's folder.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a verified copy back as a station's folder; nothing is ever overwritten.",
        discussion: "A copy without the private key is brought back without one: the station makes a new key."
    )

    @Argument(help: "The copy, as vigil backup made it.") var source: String
    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting {
            let path = try home.path()
            let backup = JournalHome(path: HomeOption.absolute(source), disk: SystemDisk())
            let report: HomeBackup.Report
            do {
                report = try HomeBackup.restore(backup, to: path)
            } catch let error as BackupError {
                guard case .forged = error else { throw error }
                complain("vigil: \(error)")
                throw ExitCode(12)
            }
            try BackupReport(report, at: path).say()
        }
    }
}
