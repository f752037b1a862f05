import Journal
import Session
import Settings
import Station

/// Sets a home up for a simulation: a name, chairs, and staff who are marked as simulated.
struct SimulatedStaff: Sendable {
    static let mark = "(simulated)"

    var stationName: String
    var chairs: Int
    /// A member of staff for the person who looks on.
    var visitor: String?

    private static let people: [(name: String, role: StaffRole)] = [
        ("Amara Osei", .nurse), ("Jonas Weber", .nurse), ("Mei-Ling Chow", .nurse), ("Dr Lindqvist", .prescriber),
    ]

    /// - Throws: when the home is a clinic's: nothing simulated ever stands beside real patients.
    func check(_ home: StationHome, _ journal: JournalHome) throws {
        guard try StationConfiguration.read(home: home.path) != nil,
            try StaffLog.read(journal).members.contains(where: { !isSimulated($0) })
        else { return }
        throw StationError(
            what: "\(home.path) is the home of a real station",
            cure: "give a simulation a directory of its own with --home"
        )
    }

    /// Writes what is missing; what an earlier simulation left is kept.
    func prepare(_ home: StationHome, _ journal: JournalHome, at now: ClockReading) throws {
        let names = StationNames(station: stationName, writer: ProgramVersion.writer)
        let log = try StaffLog.open(journal, at: now, names: names)
        defer { log.close() }
        let present = Set(log.staff.members.map(\.name))
        var wanted = Self.people.map { (name: "\($0.name) \(Self.mark)", role: $0.role) }
        if let visitor { wanted.insert((name: visitor, role: .nurse), at: 0) }
        for person in wanted where !present.contains(person.name) {
            _ = try log.add(name: person.name, role: person.role, by: .system, at: now)
        }
        var configuration =
            try StationConfiguration.read(home: home.path) ?? StationConfiguration(name: stationName, chairs: [])
        var number = 1
        while configuration.chairs.count < chairs {
            let chair = "C\(number)"
            if !configuration.chairs.contains(chair) { configuration.chairs.append(chair) }
            number += 1
        }
        try configuration.write(home: home.path)
    }

    private func isSimulated(_ member: StaffMember) -> Bool {
        member.name.hasSuffix(Self.mark) || member.name == visitor
    }
}
