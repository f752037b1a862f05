import ArgumentParser
import Streams
import Settings

struct ProtocolCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a protocol file, with line, column and the fix, and what it leaves undone."
    )

    @Argument(help: "The YAML file.") var file: String

    func run() throws {
        let report = ProtocolFile.check(file)
        try reporting { try say(report.lines) }
        if !report.isGood { throw ExitCode(1) }
    }
}
