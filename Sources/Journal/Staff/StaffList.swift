import EventLog
import JSON
package import Session

/// Everybody who was ever on the staff, folded from the staff log.
package struct StaffList: Hashable, Sendable {
    /// In the order they were added.
    package private(set) var members: [StaffMember] = []
    /// How many changes the log holds; the next one gets this number.
    private(set) var changeCount = 0
    /// How many changes are of a kind or version this program does not know.
    package private(set) var unknownCount = 0
    /// Records that could not be taken, one sentence each; the others stand.
    package private(set) var problems: [String] = []

    package init() {}

    /// The person of an id.
    package subscript(id: String) -> StaffMember? { members.first { $0.id == id } }

    /// An id nobody has had: the letter of the role and a count over all who were ever added, `n001`.
    func nextID(for role: StaffRole) -> String {
        let letter =
            switch role {
            case .nurse: "n"
            case .prescriber: "p"
            case .supervisor: "s"
            case .assistant: "a"
            }
        return letter + CivilDate.padded(members.count + unknownCount + 1, 3)
    }

    mutating func apply(_ change: StaffChange) {
        changeCount += 1
        switch change {
        case .added(let member): members.append(member)
        case .disabled(let id): update(id) { $0.isActive = false }
        case .renamed(let id, let name): update(id) { $0.name = name }
        }
    }

    /// Passes over changes that are lost; each may have given an id, which is not given again.
    mutating func skip(to number: Int) {
        unknownCount += max(0, number - changeCount)
        changeCount = max(changeCount, number)
    }

    /// Takes the next record of the log; where a number stands twice, the first counts.
    mutating func take(_ record: LogRecord) {
        guard let number = record.event else { return }
        skip(to: number)
        do throws(BodyProblem) {
            guard number == changeCount else {
                throw BodyProblem(key: "e", reason: "is \(number) where \(changeCount) was due")
            }
            try takeNext(record)
        } catch {
            problems.append("record \(record.number), \(error)")
        }
    }

    private mutating func takeNext(_ record: LogRecord) throws(BodyProblem) {
        // Whatever it says, its number is used up.
        changeCount += 1
        unknownCount += 1
        let object: JSONObject?
        do throws(JSONError) {
            object = try JSON(parsing: record.body).object
        } catch {
            throw BodyProblem(key: "", reason: "the body is not JSON, \(error)")
        }
        guard let object else { throw BodyProblem(key: "", reason: "the body is not a JSON object") }
        guard let change = try StaffChange(kind: record.kind, version: record.version, BodyReader(object)) else {
            return
        }
        changeCount -= 1
        unknownCount -= 1
        apply(change)
    }

    private mutating func update(_ id: String, _ change: (inout StaffMember) -> Void) {
        guard let index = members.firstIndex(where: { $0.id == id }) else { return }
        change(&members[index])
    }
}
