import ArgumentParser
import Session
import Streams
import Settings

struct ProtocolList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The protocols a patient can be on.")

    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting {
            let library = ProtocolLibrary(home: try home.path(), directory: userProtocols())
            for entry in library.entries {
                let rules = entry.rules
                let source = entry.path ?? "shipped"
                try say("\(rules.id)  version \(rules.version)  \(rules.status)  \(rules.title)  \(source)")
            }
            for problem in library.problems { complain("vigil: \(problem)") }
            if !library.problems.isEmpty { throw ExitCode(1) }
        }
    }
}
