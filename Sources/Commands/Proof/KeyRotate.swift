import ArgumentParser
import Streams
import EventLog
import Journal
import Settings
import Station

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
            try say("was  \(old)")
            try say("now  \(new.verifier)")
        }
    }
}
