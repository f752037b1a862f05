import ArgumentParser
import EventLog

/// Proves that logs are as they were written.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain and self-checks of logs.",
        discussion: """
            Exit codes: 10 intact but not anchored outside, 11 damaged (the ranges are listed), 12 forged or forked, \
            1 could not be read. The worst of all paths counts.
            """
    )

    @Argument(help: "Log folders, or files in them.") var paths: [String]

    func run() throws {
        var worst: Int32 = 0
        for path in paths {
            do {
                let result = try LogReader(disk: SystemDisk()).verify(path)
                worst = Self.worse(worst, report(result, path))
            } catch {
                complain("vigil: \(error)")
                worst = 1
            }
        }
        throw ExitCode(worst)
    }

    private func report(_ result: LogVerification, _ path: String) -> Int32 {
        for finding in result.findings { print(finding) }
        let count = "\(result.recordCount) records"
        switch result.outcome {
        case .intact:
            print("\(path): intact, \(count), not anchored; root \(result.root)")
            return 10
        case .torn:
            print("\(path): \(count) intact; an unfinished write at the end was never acknowledged")
            return 10
        case .damaged:
            print("\(path): DAMAGED after \(count)")
            return 11
        case .forged:
            print("\(path): FORGED OR FORKED after \(count)")
            return 12
        }
    }

    /// A log that could not be read is worst, then a forged one.
    private static func worse(_ left: Int32, _ right: Int32) -> Int32 {
        let order: [Int32] = [0, 10, 11, 12, 1]
        return (order.firstIndex(of: left) ?? 0) >= (order.firstIndex(of: right) ?? 0) ? left : right
    }
}
