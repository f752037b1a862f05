import Session

extension ProtocolFile {
    /// A checklist; answers refer to items by id, so each id stands once.
    ///
    /// `discharge` are the ids that `needsAtDischarge` of the screening may name: nil while they are not known to be sound.
    static func checklist(_ list: YamlNode, isScreening: Bool, discharge: [String]? = nil) -> [ChecklistItem] {
        var ids: [String] = []
        let items = list.list().map { node in
            node.mapping { map in
                let id = map.string("id")
                if !id.isEmpty { map.check(isCode(id), at: "id", "\(id) cannot be an id", cure: codeCure) }
                map.check(!ids.contains(id), at: "id", "the id \(id) stands twice in this list", cure: "choose another")
                ids.append(id)
                let item = item(map, id: id, isScreening: isScreening)
                checkNeed(map, item, discharge)
                return item
            }
        }
        for (node, item) in zip(list.list(), items) {
            guard let other = item.decideWith else { continue }
            node.check(
                items.contains { $0.id == other && $0.id != item.id && $0.tellOn != nil },
                "\(other) is no other item of this list with a tellOn",
                cure: "write the id of one that has it"
            )
        }
        return items
    }

    /// One item; what an answer does depends on the list: before the dose it stops, asks or tells, before leaving it
    /// holds the patient and grows old.
    private static func item(_ map: YamlMapping, id: String, isScreening: Bool) -> ChecklistItem {
        let words = ChecklistItem.Answers.allCases.map(\.rawValue)
        var item = ChecklistItem(
            id: id,
            text: line(map.node("text"), atMost: 90),
            answers: ChecklistItem.Answers(rawValue: map.choice("answers", of: words)) ?? .yesNo,
            stopOn: map.optional("stopOn").map(answer),
            tellOn: map.optional("tellOn").map(answer),
            hint: map.optional("hint").map { line($0, atMost: 100) } ?? ""
        )
        if isScreening {
            item.decideOn = decideOn(map)
            item.decideWith = map.optional("decideWith")?.string()
            item.needsAtDischarge = map.optional("needsAtDischarge")?.string()
        } else {
            item.maxAgeMinutes = map.optional("maxAgeMinutes")?.int(in: 1...1440)
            item.isAskedAfterDissociation = map.optional("afterDissociation").map(answer) == .yes
            item.confirmsOxygen = map.optional("confirmsOxygen").map(answer) == .yes
        }
        checkAnswers(map, item)
        return item
    }

    /// What was `flagOn` until format 3: the word said that somebody is told, and meant that somebody decides.
    private static func decideOn(_ map: YamlMapping) -> Answer? {
        guard let old = map.optional("flagOn") else { return map.optional("decideOn").map(answer) }
        old.check(
            map.format < 3,
            "flagOn is decideOn since format 3",
            cure: "write decideOn where the prescriber decides, tellOn where knowing it is enough"
        )
        return answer(old)
    }

    private static func checkAnswers(_ map: YamlMapping, _ item: ChecklistItem) {
        let judged = [("stopOn", item.stopOn), ("decideOn", item.decideOn), ("tellOn", item.tellOn)]
            .compactMap { key, answer in answer.map { (key, $0) } }
        if let first = judged.first {
            map.check(
                item.answers != .text,
                at: first.0,
                "an answer in words cannot stop, ask or tell",
                cure: "remove \(first.0), or write answers: yesNo"
            )
        }
        for (one, other) in zip(judged, judged.dropFirst()) {
            map.check(
                one.1 != other.1,
                at: other.0,
                "the same answer stands under \(one.0) and \(other.0)",
                cure: "remove one of them"
            )
        }
        if item.decideWith != nil {
            map.check(
                item.tellOn != nil,
                at: "decideWith",
                "decideWith turns a tellOn answer into a decision, and this item has none",
                cure: "add tellOn:, or write decideOn: for an answer that is always decided"
            )
        }
    }

    private static func checkNeed(_ map: YamlMapping, _ item: ChecklistItem, _ discharge: [String]?) {
        guard let need = item.needsAtDischarge else { return }
        map.check(
            item.stopOn != nil || item.decideOn != nil || item.tellOn != nil,
            at: "needsAtDischarge",
            "this item neither stops, asks nor tells, so it never needs anything",
            cure: "add stopOn:, decideOn: or tellOn:, or remove needsAtDischarge"
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
