import ArgumentParser
import Streams
import EventLog
import Journal

struct KeyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the station's public key.",
        discussion: """
            Keep it away from the station, with whoever reviews its records: vigil verify --key FILE checks seals \
            against it. It is no secret.
            """
    )

    @OptionGroup var home: HomeOption
    @Flag(help: "The keys before it too, the present one last.") var all = false

    func run() throws {
        try reporting {
            let journal = JournalHome(path: try home.path(), disk: SystemDisk())
            guard let key = try StationKey.readVerifier(in: journal.keysPath, disk: journal.disk) else {
                throw Failure("\(journal.path) has no key yet", cure: "run vigil and set the station up: it makes one")
            }
            // A private key that others can read is not one to rely on.
            _ = try StationKey.read(in: journal.keysPath, disk: journal.disk)
            if all {
                let found = try StationKey.verifiers(in: journal.keysPath, disk: journal.disk)
                for problem in found.problems { complain("vigil: \(problem)") }
                for former in found.keys where former != key { try say(former.description) }
            }
            try say(key.description)
        }
    }
}
