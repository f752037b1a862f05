import ArgumentParser
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

/// What came of copying, for a person and for a script.
struct BackupReport {
    private let report: HomeBackup.Report
    private let path: String

    init(_ report: HomeBackup.Report, at path: String) {
        self.report = report
        self.path = path
    }

    /// A copy of something damaged is a good copy, and is not a success.
    func say() throws {
        for problem in report.problems { Commands.say(problem) }
        let size = "\(report.logCount) logs, \(report.fileCount) files, \(report.byteCount) bytes"
        guard report.problems.isEmpty else {
            complain("vigil: \(path): all that is there was copied, \(size); what it was copied from is not in order")
            throw ExitCode(11)
        }
        Commands.say("\(path): copied and verified, \(size)")
    }
}
