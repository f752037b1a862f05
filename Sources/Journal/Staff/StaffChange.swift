import JSON
import Session

/// What the staff log records.
enum StaffChange: Hashable, Sendable {
    case added(StaffMember)
    case disabled(id: String)
    case renamed(id: String, name: String)

    var kind: String {
        switch self {
        case .added: "staff.added"
        case .disabled: "staff.disabled"
        case .renamed: "staff.renamed"
        }
    }

    var bytes: [UInt8] {
        let object = BodyWriter.object {
            switch self {
            case .added(let member):
                $0.add("id", member.id)
                $0.add("name", member.name)
                $0.add("role", member.role.rawValue)
            case .disabled(let id):
                $0.add("id", id)
            case .renamed(let id, let name):
                $0.add("id", id)
                $0.add("name", name)
            }
        }
        return JSON.object(object).bytes
    }

    /// Reads a change; nil for a kind or version this program does not know.
    init?(kind: String, version: Int, _ fields: BodyReader) throws(BodyProblem) {
        guard version == 1 else { return nil }
        switch kind {
        case "staff.added":
            self = .added(
                StaffMember(
                    id: try fields.text("id"),
                    name: try fields.text("name"),
                    role: try fields.word("role", StaffRole.self)
                )
            )
        case "staff.disabled": self = .disabled(id: try fields.text("id"))
        case "staff.renamed": self = .renamed(id: try fields.text("id"), name: try fields.text("name"))
        default: return nil
        }
    }
}
