import ArgumentParser
import EventLog
import Journal
import Settings
import Station

/// The key a station signs its seals with.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Show or change the key that seals are signed with.",
        subcommands: [KeyShow.self, KeyRotate.self],
        defaultSubcommand: KeyShow.self
    )
}

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
                for former in found.keys where former != key { say(former.description) }
            }
            say(key.description)
        }
    }
}

struct KeyRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Make a new key, while the station is not running; seals of the old one stay valid.",
        discussion: "The old private key is gone afterwards: nothing can be signed with it any more."
    )

    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting {
            let path = try home.path()
            guard let station = try StationConfiguration.read(home: path) else {
                throw Failure("\(path) holds no station yet", cure: "run vigil first: it asks for the station's name")
            }
            let lock = try HomeLock(StationHome(path: path))
            defer { withExtendedLifetime(lock) {} }
            let journal = journalHome(path)
            let (old, new) = try StationKey.rotate(in: journal.keysPath, station: station.name, disk: journal.disk)
            let now = SystemClock().now()
            let names = StationNames(station: station.name, writer: ProgramVersion.writer)
            let opened = try StationJournal.open(journal, at: now, names: names)
            defer { opened.journal.close() }
            try opened.journal.take(new, at: now)
            try opened.journal.checkpoint(with: new)
            say("was  \(old)")
            say("now  \(new.verifier)")
        }
    }
}
