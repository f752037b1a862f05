import Session

extension ProtocolFile {
    /// A checklist; answers refer to items by id, so each id stands once.
    ///
    /// `discharge` are the ids that `needsAtDischarge` may name: nil while they are not known to be sound, empty for the
    /// discharge list itself.
    static func checklist(_ list: YamlNode, discharge: [String]?) -> [ChecklistItem] {
        var ids: [String] = []
        let items = list.list().map { node in
            node.mapping { map in
                let id = map.string("id")
                if !id.isEmpty { map.check(isCode(id), at: "id", "\(id) cannot be an id", cure: codeCure) }
                map.check(!ids.contains(id), at: "id", "the id \(id) stands twice in this list", cure: "choose another")
                ids.append(id)
                let item = item(map, id: id)
                checkNeed(map, item, discharge)
                return item
            }
        }
        list.check(!items.isEmpty, "the list is empty", cure: "add at least one item")
        return items
    }

    private static func item(_ map: YamlMapping, id: String) -> ChecklistItem {
        let words = ChecklistItem.Answers.allCases.map(\.rawValue)
        let answers = ChecklistItem.Answers(rawValue: map.choice("answers", of: words)) ?? .yesNo
        let item = ChecklistItem(
            id: id,
            text: line(map.node("text"), atMost: 90),
            answers: answers,
            stopOn: map.optional("stopOn").map(answer),
            flagOn: map.optional("flagOn").map(answer),
            hint: map.optional("hint").map { line($0, atMost: 100) } ?? "",
            needsAtDischarge: map.optional("needsAtDischarge")?.string()
        )
        let consequence = item.stopOn != nil ? "stopOn" : "flagOn"
        map.check(
            answers != .text || (item.stopOn == nil && item.flagOn == nil),
            at: consequence,
            "an answer in words cannot stop or flag",
            cure: "remove \(consequence), or write answers: yesNo"
        )
        map.check(
            item.stopOn == nil || item.stopOn != item.flagOn,
            at: "flagOn",
            "the same answer stops and flags",
            cure: "remove one of them"
        )
        return item
    }

    private static func checkNeed(_ map: YamlMapping, _ item: ChecklistItem, _ discharge: [String]?) {
        guard let need = item.needsAtDischarge else { return }
        map.check(
            item.stopOn != nil || item.flagOn != nil,
            at: "needsAtDischarge",
            "this item neither stops nor flags, so it never needs anything",
            cure: "add stopOn: or flagOn:, or remove needsAtDischarge"
        )
        map.check(
            discharge?.contains(need) ?? true,
            at: "needsAtDischarge",
            "\(need) is not an item of the discharge list",
            cure: "write the id of one of its items"
        )
    }

    private static func answer(_ node: YamlNode) -> Answer {
        node.choice(of: ["yes", "no"]) == "yes" ? .yes : .no
    }

    /// The notes on the keys 1 to 9.
    static func quickNotes(_ list: YamlNode) -> [String] {
        let nodes = list.list()
        if nodes.count > 9 {
            nodes[9].check(
                false,
                "there are only nine keys for quick notes",
                cure: "remove this line and those below it"
            )
        }
        return nodes.map { line($0, atMost: 60) }
    }

    static func reasons(_ map: YamlMapping) -> Reasons {
        Reasons(
            pause: reasonList(map.node("pause")),
            stop: reasonList(map.node("stop")),
            cancel: reasonList(map.node("cancel")),
            correction: reasonList(map.node("correction")),
            deviation: reasonList(map.node("deviation")),
            notDone: reasonList(map.node("notDone"))
        )
    }

    /// Codes with their words, in the order of the file; `other` must be there, since no list is ever complete.
    private static func reasonList(_ node: YamlNode) -> [Reason] {
        node.mapping { map in
            let reasons = map.all().map { key, keyNode, value in
                keyNode.check(isCode(key), "\(key) cannot be a code", cure: codeCure)
                return Reason(code: key, text: line(value, atMost: 50))
            }
            node.check(
                !map.isSound || reasons.contains { $0.code == "other" },
                "there is no reason other in this list",
                cure: "add other: Other"
            )
            return reasons
        }
    }

    private static let codeCure = "write up to 40 letters and digits, beginning with a letter"

    private static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.count <= 40
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    }
}
