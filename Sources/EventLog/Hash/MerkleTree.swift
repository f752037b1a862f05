/// The RFC 6962 tree over the records of a log, kept as the roots of its full subtrees.
///
/// At most one hash per bit of the size is held, 17 for 100,000 records.
package struct MerkleTree: Hashable, Sendable {
    private var subtrees: [Subtree] = []

    /// The number of its first leaf; only a tree from 0 on has a root.
    private let first: Int

    /// How many leaves stand in the tree.
    package private(set) var count = 0

    private struct Subtree: Hashable, Sendable {
        var level: Int
        var root: LogHash
    }

    package init() {
        self.init(from: 0)
    }

    /// A part of a tree, from a leaf on, to be appended to what stands before.
    package init(from first: Int) {
        self.first = first
    }

    /// The tree with these full subtrees, the largest first; nil unless it has as many as a tree over `count` leaves.
    package init?(count: Int, subtrees roots: [LogHash]) {
        guard count >= 0, count.nonzeroBitCount == roots.count else { return nil }
        let levels = (0..<Int.bitWidth).reversed().filter { count & (1 << $0) != 0 }
        first = 0
        subtrees = zip(levels, roots).map { Subtree(level: $0, root: $1) }
        self.count = count
    }

    /// The roots of its full subtrees, the largest first: with the count, all there is to it.
    package var subtreeRoots: [LogHash] { subtrees.map(\.root) }

    /// Adds the leaf of the next record.
    package mutating func append(_ leaf: LogHash) {
        append(Subtree(level: 0, root: leaf))
    }

    /// Adds the part that begins where this one ends.
    package mutating func append(_ part: MerkleTree) {
        precondition(part.first == first + count, "the parts of a tree are put together in their order")
        for subtree in part.subtrees { append(subtree) }
    }

    private mutating func append(_ subtree: Subtree) {
        var added = subtree
        var begin = first + count
        count += 1 << added.level
        // Two of a size are one only where a tree from 0 on would have it.
        while let last = subtrees.last, last.level == added.level, (begin - (1 << last.level)) % (2 << last.level) == 0
        {
            begin -= 1 << last.level
            added = Subtree(level: added.level + 1, root: .node(last.root, added.root))
            subtrees.removeLast()
        }
        subtrees.append(added)
    }

    /// The root over all leaves so far; of no leaves, the SHA-256 of nothing.
    package var root: LogHash {
        precondition(first == 0, "a part of a tree has no root")
        guard var root = subtrees.last?.root else { return LogHash(of: []) }
        for subtree in subtrees.dropLast().reversed() { root = .node(subtree.root, root) }
        return root
    }
}
