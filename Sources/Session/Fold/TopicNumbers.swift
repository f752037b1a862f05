/// The numbers of the entries by what they are about, ascending.
///
/// A correction that makes another kind of an entry puts it in the list of that kind too.
struct TopicNumbers: Sendable {
    private var lists = [[Int]](repeating: [], count: EventTopic.allCases.count)
    private var voids = [[Int]](repeating: [], count: EventTopic.allCases.count)
    private var amendments = [[Int]](repeating: [], count: EventTopic.allCases.count)
    private var items: [Item: [Int]] = [:]
    /// Entries that change the rate at which the drug runs.
    private(set) var doseChanges: [Int] = []
    /// Entries that move the session to another phase.
    private(set) var transitions: [Int] = []
    /// Entries that say where drug went.
    private(set) var drug: [Int] = []
    /// Voids of those.
    private(set) var drugVoids: [Int] = []

    /// Decisions that carry limits of this session's own, or once did.
    private(set) var goAheads: [Int] = []

    /// An item of one of the two lists, or a need by its code that a decision is on.
    private struct Item: Hashable {
        var topic: EventTopic
        var id: String
    }

    /// The entries of a topic.
    subscript(topic: EventTopic) -> [Int] { lists[topic.rawValue] }

    /// The voids of entries of a topic.
    func voids(of topic: EventTopic) -> [Int] { voids[topic.rawValue] }

    /// The amendments of entries of a topic.
    func amendments(of topic: EventTopic) -> [Int] { amendments[topic.rawValue] }

    /// The entries that answer an item of a list.
    func answers(_ topic: EventTopic, to item: String) -> [Int] { items[Item(topic: topic, id: item)] ?? [] }

    /// The decisions on a need, by its code.
    func decisions(on code: String) -> [Int] { items[Item(topic: .decision, id: code)] ?? [] }

    /// The items of a list that were ever answered.
    func items(_ topic: EventTopic) -> [String] { items.keys.filter { $0.topic == topic }.map(\.id) }

    mutating func take(_ event: Event, _ traits: EventTraits) {
        lists[traits.topic.rawValue].append(event.number)
        if traits.doseChange != nil { doseChanges.append(event.number) }
        if traits.phase != nil { transitions.append(event.number) }
        if traits.movesDrug { drug.append(event.number) }
        takeItems(event.body, traits.topic, of: event.number)
        if case .overrideGranted(let decision) = event.body {
            for code in decision.requirements {
                items[Item(topic: .decision, id: code), default: []].insertAscending(event.number)
            }
        }
    }

    /// Takes a correction of an entry.
    mutating func amend(_ target: Event, with replacement: Event.Body, by number: Int) {
        amendments[target.body.traits.topic.rawValue].insertAscending(number)
        let topic = replacement.traits.topic
        guard !target.body.traits.topic.isFrequent, !topic.isFrequent else { return }
        lists[topic.rawValue].insertAscending(target.number)
        takeItems(replacement, topic, of: target.number)
    }

    mutating func void(_ target: Event, by number: Int) {
        let traits = target.body.traits
        voids[traits.topic.rawValue].append(number)
        if traits.movesDrug { drugVoids.append(number) }
    }

    private mutating func takeItems(_ body: Event.Body, _ topic: EventTopic, of number: Int) {
        if case .overrideGranted(let decision) = body, decision.carriesOwnLimits { goAheads.insertAscending(number) }
        for answer in body.answers ?? [] {
            items[Item(topic: topic, id: answer.item), default: []].insertAscending(number)
        }
    }
}

extension Event.Body {
    /// What it answers of a list; nil for what answers none.
    var answers: [ItemAnswer]? {
        if case .screeningAnswered(let answers) = self { return answers }
        if case .checklistAnswered(let answers) = self { return answers }
        return nil
    }
}
