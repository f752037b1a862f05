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

    /// Takes a record of the log, in order.
    mutating func take(_ record: LogRecord) throws(BodyProblem) {
        guard record.event == changeCount else {
            throw BodyProblem(key: "e", reason: "is \(record.event ?? -1) where \(changeCount) was due")
        }
        let object: JSONObject?
        do throws(JSONError) {
            object = try JSON(parsing: record.body).object
        } catch {
            throw BodyProblem(key: "", reason: "the body is not JSON, \(error)")
        }
        guard let object else { throw BodyProblem(key: "", reason: "the body is not a JSON object") }
        if let change = try StaffChange(kind: record.kind, version: record.version, BodyReader(object)) {
            apply(change)
        } else {
            changeCount += 1
            unknownCount += 1
        }
    }

    private mutating func update(_ id: String, _ change: (inout StaffMember) -> Void) {
        guard let index = members.firstIndex(where: { $0.id == id }) else { return }
        change(&members[index])
    }
}
