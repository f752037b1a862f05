import ArgumentParser
import Session
import Streams
import Journal

struct StaffShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Everybody who was ever entered.")

    @OptionGroup var home: HomeOption

    func run() throws {
        try reporting {
            let journal = journalHome(try home.path())
            // Where the journal cannot be read, the names are listed all the same.
            let head = (try? journal.knowledge())?.expected(of: StationKnowledge.staffName)
            let staff = try StaffLog.read(journal, expecting: head)
            for problem in staff.problems { complain("vigil: the staff log: \(problem)") }
            if staff.unknownCount > 0 {
                complain("vigil: \(staff.unknownCount) changes of the staff cannot be read: vigil verify says why")
            }
            for member in staff.members {
                let mark = member.isActive ? "" : "  (no longer here)"
                try say("\(member.id)  \(member.role.rawValue)  \(member.name)\(mark)")
            }
        }
    }
}
