import ArgumentParser
import Streams
import Journal

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
        for problem in report.problems { try Streams.say(problem) }
        let size = "\(report.logCount) logs, \(report.fileCount) files, \(report.byteCount) bytes"
        guard report.problems.isEmpty else {
            complain("vigil: \(path): all that is there was copied, \(size); what it was copied from is not in order")
            throw ExitCode(11)
        }
        try Streams.say("\(path): copied and verified, \(size)")
    }
}
