import Session

extension ProtocolFile {
    struct Identity {
        var id: String
        var version: String
        var title: String
        var status: String
        var approvedBy: String?
        var approvedOn: String?
    }

    static let exampleStatus = "example - not approved"

    /// What the file calls itself, and who signed for it.
    static func identity(_ root: YamlMapping) -> Identity {
        let idNode = root.node("id")
        let id = idNode.string()
        idNode.check(
            id.isEmpty || isID(id),
            "\(id) cannot be an id",
            cure: "write up to 40 small letters, digits, dots and hyphens"
        )
        let title = root.node("title")
        let identity = Identity(
            id: id,
            version: root.string("version"),
            title: line(title, atMost: 60),
            status: root.choice("status", of: [exampleStatus, "approved"]),
            approvedBy: root.optional("approvedBy")?.string(),
            approvedOn: root.optional("approvedOn")?.string()
        )
        if let date = identity.approvedOn, !date.isEmpty {
            root.node("approvedOn").check(isDate(date), "\(date) is not a date", cure: "write it as 2026-01-31")
        }
        let isSigned = identity.approvedBy != nil && identity.approvedOn != nil
        root.check(
            identity.status == exampleStatus || isSigned,
            at: "status",
            "an approved protocol must say by whom and when",
            cure: "add approvedBy: and approvedOn:"
        )
        root.check(
            identity.status != exampleStatus || (identity.approvedBy == nil && identity.approvedOn == nil),
            at: "status",
            "somebody has signed, but the status says example",
            cure: "write status: approved, or remove approvedBy and approvedOn"
        )
        return identity
    }

    /// A text of one line that fits where it is drawn.
    static func line(_ node: YamlNode, atMost limit: Int) -> String {
        let text = node.string()
        let isOneLine = !text.contains(where: \.isNewline)
        node.check(isOneLine, "the text has more than one line", cure: "write it in one line")
        node.check(
            !isOneLine || text.count <= limit,
            "the text has \(text.count) characters",
            cure: "shorten it to \(limit)"
        )
        return text
    }

    static func isID(_ text: String) -> Bool {
        text.utf8.count <= 40
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            }
            && text.first != "." && text.first != "-"
    }

    private static func isDate(_ text: String) -> Bool {
        let digits = Array(text.utf8)
        guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D else { return false }
        let parts = text.split(separator: "-").map { Int($0) ?? 0 }
        return parts.count == 3 && parts[0] >= 1900 && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
    }
}
