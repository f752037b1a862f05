import ArgumentParser
import Session
import Settings

/// Protocol files: which there are, and what is wrong with one before it reaches a patient.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "List or check protocol files.",
        subcommands: [ProtocolList.self, ProtocolCheck.self]
    )
}

struct ProtocolList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The protocols a patient can be on.")

    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting {
            let library = ProtocolLibrary(home: try home.path(), directory: userProtocols())
            for entry in library.entries {
                let rules = entry.rules
                print(
                    "\(rules.id)  version \(rules.version)  \(rules.status)  \(rules.title)  \(entry.path ?? "shipped")"
                )
            }
            for problem in library.problems { complain("vigil: \(problem)") }
            if !library.problems.isEmpty { throw ExitCode(1) }
        }
    }
}

/// The folder of the user's own protocol files.
func userProtocols() -> String? {
    ProtocolLibrary.directory(configHome: environment("XDG_CONFIG_HOME"), userHome: environment("HOME"))
}

struct ProtocolCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a protocol file, with line, column and the fix, and what it leaves undone."
    )

    @Argument(help: "The YAML file.") var file: String

    func run() throws {
        let report = ProtocolFile.check(file)
        for line in report.lines { print(line) }
        if !report.isGood { throw ExitCode(1) }
    }
}
