import ArgumentParser
import EventLog
import Streams
import Journal
import Session
import Settings
import Station

struct StaffAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter a member of staff, while the station is not running."
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The name as printed.") var name: String
    @Option(help: "nurse, prescriber, supervisor or assistant.") var role: StaffRole = .nurse

    func validate() throws {
        if name.allSatisfy(\.isWhitespace) { throw ValidationError("the name is empty") }
    }

    func run() throws {
        try reporting {
            let path = try home.path()
            guard let station = try StationConfiguration.read(home: path) else {
                throw Failure("\(path) holds no station yet", cure: "run vigil first: it asks for the station's name")
            }
            let now = SystemClock().now()
            let names = StationNames(station: station.name, writer: ProgramVersion.writer)
            let journal = journalHome(path)
            let head = try journal.knowledge().expected(of: StationKnowledge.staffName)
            let log: StaffLog
            do throws(JournalError) {
                log = try StaffLog.open(journal, at: now, names: names, expecting: head)
            } catch .log(.inUse(let file)) {
                throw Failure("\(file) is held by the running station", cure: "press u on a console and add them there")
            } catch .log(.missing(let path)) {
                throw Failure("\(path) is missing", cure: "bring the staff back from a copy with vigil repair")
            } catch {
                throw error
            }
            defer { log.close() }
            if let finding = log.damage.first {
                throw Failure("\(finding)", cure: "repair it from a copy with vigil repair, then add them")
            }
            let member = try log.add(name: name, role: role, by: .system, at: now)
            try journal.note(heads: [StationKnowledge.staffName: log.head], at: now, names: names)
            try say("\(member.id)  \(member.role.rawValue)  \(member.name)")
        }
    }
}
