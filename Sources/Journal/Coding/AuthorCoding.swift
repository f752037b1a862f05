import Session

/// Writes and reads who made an entry: `staffId:role`, `device:ID` or `system`.
enum AuthorCoding {
    static func encode(_ author: Author) -> String {
        switch author {
        case .staff(let id, let role): "\(id):\(role.rawValue)"
        case .device(let id): "device:\(id)"
        case .system: "system"
        }
    }

    /// An actor that cannot be read stands as a device of that name, so that nobody else is held to have written it.
    static func decode(_ actor: String?, _ problems: inout [BodyProblem]) -> Author {
        guard let actor else {
            problems.append(BodyProblem(key: "a", reason: "is missing"))
            return .device(id: "?")
        }
        if actor == "system" { return .system }
        if actor.hasPrefix("device:") { return .device(id: String(actor.dropFirst("device:".count))) }
        let bytes = actor.utf8
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > actor.startIndex,
            let role = StaffRole(rawValue: String(actor[bytes.index(after: colon)...]))
        {
            return .staff(id: String(actor[..<colon]), role: role)
        }
        problems.append(BodyProblem(key: "a", reason: "\(actor) is not staffId:role, device:ID or system"))
        return .device(id: actor)
    }
}
