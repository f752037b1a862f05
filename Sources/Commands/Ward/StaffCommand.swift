import ArgumentParser
import Session

/// The people whose names stand in the record.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Enter or list members of staff.",
        subcommands: [StaffAdd.self, StaffShow.self]
    )
}

extension StaffRole: ExpressibleByArgument {}
