import EventLog

/// The newest part of a station's journal, as far as a start needs it.
struct StationJournalTail {
    private(set) var knowledge = StationKnowledge()
    /// Whether it names every open log and the tree before it, so that nothing earlier has to be read.
    private(set) var isSelfContained: Bool
    private(set) var lastReading: ClockReading?
    /// The tree over all records; nil where it cannot be known from these alone.
    private(set) var tree: MerkleTree?
    /// What the newest checkpoint says; nil if there is none that a key of the home signed.
    private let checkpoint: Checkpoint?
    /// The root over as many records as the checkpoint covers; nil if that place is not in this part.
    private var rootAtCheckpoint: LogHash?

    /// Folds what was read; `checkpoint` is what stands beside it.
    init(_ contents: LogContents, _ checkpoint: Checkpoint?) {
        self.checkpoint = checkpoint
        let isWhole = contents.damage.isEmpty
        let isFromTheStart = contents.records.first?.number == 0
        isSelfContained = isFromTheStart
        var boot = contents.header.boot
        // A journal that is not whole has no tree that anybody else could compute.
        tree = isFromTheStart && isWhole ? MerkleTree() : nil
        for record in contents.readable {
            boot = record.namedBoot ?? boot
            lastReading = ClockReading(boot: boot, bootMicros: record.bootMicros, utcMicros: record.utcMicros)
            if case .heads(_, let known?) = knowledge.take(record), tree == nil, isWhole {
                // The heads say what the tree was before them; the records between are in it already.
                tree = known
                isSelfContained = known.count == record.number && known.count <= checkpoint?.size ?? .max
            }
            if tree != nil { add(record.leaf) }
        }
    }

    private mutating func add(_ leaf: LogHash) {
        tree?.append(leaf)
        guard let checkpoint, let tree, tree.count == checkpoint.size else { return }
        rootAtCheckpoint = tree.root
        if tree.root == checkpoint.root { knowledge.signed = knowledge.heads }
    }

    /// Why the journal cannot be the one its checkpoint was made of; nil if it can.
    func contradiction(of found: JournalCheckpoint.Found, in home: JournalHome) -> String? {
        switch found {
        case .missing: return knowledge.hasSigned(in: home) ? "its signed checkpoint is missing" : nil
        case .unusable(let reason): return reason
        case .signed(let checkpoint, _):
            guard let count = tree?.count else { return nil }
            if checkpoint.size > count {
                return "it has \(count) records, and \(checkpoint.size) had been signed: its end was taken away"
            }
            guard let rootAtCheckpoint, rootAtCheckpoint != checkpoint.root else { return nil }
            return "its first \(checkpoint.size) records are not those that had been signed"
        }
    }
}
