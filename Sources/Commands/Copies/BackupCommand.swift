import ArgumentParser
import Streams
import EventLog
import Journal
import Settings

/// A verified copy of a station's folder, made while it runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the station's folder, running or not, and verify the copy.",
        discussion: """
            The copy appears under its name when it is whole and verified. The private key stays behind unless \
            --include-key is given: whoever holds it could sign in the station's name.
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The folder to make, on another disk; it must not exist.") var destination: String
    @Flag(help: "Copy the private key too.") var includeKey = false

    func run() throws {
        try reporting {
            let path = try home.path()
            let fallback = try StationConfiguration.read(home: path)?.fallback
            let report = try HomeBackup.make(
                of: JournalHome(path: path, disk: SystemDisk(), fallback: fallback),
                at: HomeOption.absolute(destination),
                includesPrivateKey: includeKey
            )
            try BackupReport(report, at: destination).say()
        }
    }
}
