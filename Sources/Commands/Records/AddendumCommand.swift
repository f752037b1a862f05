import ArgumentParser
import Streams
import EventLog
import Journal
import Session
import Settings
import Station

/// A fact that came after a session was closed.
struct AddendumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "addendum",
        abstract: "Add a later fact to a closed session.",
        discussion: """
            The sealed log is never changed: the fact goes into a log of its own beside it, whose header names the \
            seal. vigil log shows both.
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The session's id or its folder.") var session: String
    @Argument(help: "What is to be added.") var text: String
    @Option(name: .customLong("as"), help: "Who says so: the id of a member of staff.") var staff: String
    @Option(help: "The number of the entry it speaks of, as vigil log shows it.") var about: Int?

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("the text is empty") }
        guard about ?? 0 >= 0 else { throw ValidationError("--about must be 0 or more") }
    }

    func run() throws {
        try reporting {
            let location = LogLocation(directory: HomeOption.absolute(session))
            let home = try journalHome(around: location)?.home ?? journalHome(home.path())
            guard let id = SessionID(text: session.split(separator: "/").last.map { String($0) } ?? session) else {
                throw Failure("\(session) is no session", cure: "name its id, such as 20261121-140509-k7xm")
            }
            let folder = home.log(of: id).directory
            guard try home.disk.item(at: folder) != nil else {
                throw Failure("\(home.path) holds no session \(id)", cure: "check the id, or give --home DIR")
            }
            guard let member = try StaffLog.read(home)[staff], member.isActive else {
                throw Failure("nobody with the id \(staff) may sign here", cure: "vigil staff list shows who may")
            }
            let station = try StationConfiguration.read(home: home.path)
            let added = try AddendumLog.add(
                text,
                about: about,
                to: id,
                by: .staff(id: member.id, role: member.role),
                at: SystemClock().now(),
                in: home,
                names: StationNames(station: station?.name ?? "Vigil", writer: ProgramVersion.writer)
            )
            for finding in added.damage { complain("vigil: \(finding)") }
            try say("\(id): addendum \(added.addendum.number) by \(member.name) is on disk")
        }
    }
}
