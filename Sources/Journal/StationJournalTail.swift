import EventLog

/// The newest part of a station's journal, as far as a start needs it.
struct StationJournalTail {
    private(set) var knowledge = StationKnowledge()
    /// Whether it names every open log and the tree before it, so that nothing earlier has to be read.
    private(set) var isSelfContained: Bool
    private(set) var lastReading: ClockReading?
    /// The tree over all records; nil where it cannot be known from these alone.
    private(set) var tree: MerkleTree?
    /// The roots the journal has had, by its size; only from where the tree is known.
    private var roots: [Int: LogHash] = [:]

    init(_ contents: LogContents) {
        isSelfContained = contents.records.first?.number == 0
        var boot = contents.header.boot
        // A journal that is not whole has no tree that anybody else could compute.
        tree = isSelfContained ? MerkleTree() : nil
        for record in contents.readable {
            boot = record.namedBoot ?? boot
            lastReading = ClockReading(boot: boot, bootMicros: record.bootMicros, utcMicros: record.utcMicros)
            if tree == nil, let entry = try? StationEntry(record), case .heads(_, let known?) = entry {
                // The heads say what the tree was before them; the records between are in it already.
                tree = known
                isSelfContained = known.count == record.number && contents.damage.isEmpty
            }
            knowledge.take(record)
            if tree != nil { add(record.leaf) }
        }
        if !contents.damage.isEmpty { isSelfContained = contents.records.first?.number == 0 }
    }

    private mutating func add(_ leaf: LogHash) {
        tree?.append(leaf)
        if let tree { roots[tree.count] = tree.root }
    }

    /// Why the journal cannot be the one a checkpoint was made of; nil if it can.
    func contradiction(of checkpoint: Checkpoint?) -> String? {
        guard let checkpoint, let count = tree?.count else { return nil }
        if checkpoint.size > count {
            return "it has \(count) records, and \(checkpoint.size) had been signed: its end was taken away"
        }
        guard let root = roots[checkpoint.size], root != checkpoint.root else { return nil }
        return "its first \(checkpoint.size) records are not those that had been signed"
    }
}
