/// What proves that one line stands in a tree, without showing the others: the hashes beside its way to the root.
///
/// RFC 6962 section 2.1.1 defines the path, RFC 9162 section 2.1.3.2 how it is checked.
package struct InclusionProof: Equatable, Sendable {
    /// The line's place, from 0.
    package let index: Int
    /// How many lines the tree has.
    package let size: Int
    /// From the leaf's sibling to the root's child.
    package let hashes: [LogHash]

    package init(index: Int, size: Int, hashes: [LogHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// The proof for the leaf at `index` in the tree over `leaves`.
    package init(of index: Int, in leaves: [LogHash]) {
        precondition(leaves.indices.contains(index), "a proof is for a leaf of the tree")
        self.init(index: index, size: leaves.count, hashes: Self.path(to: index, in: leaves[...]))
    }

    /// The root this proof leads to from a leaf; nil if it has too few or too many hashes for its place.
    package func root(from leaf: LogHash) -> LogHash? {
        guard (0..<size).contains(index) else { return nil }
        var (node, last) = (index, size - 1)
        var root = leaf
        for hash in hashes {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                root = .node(hash, root)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                root = .node(root, hash)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 ? root : nil
    }

    private static func path(to index: Int, in leaves: ArraySlice<LogHash>) -> [LogHash] {
        guard leaves.count > 1 else { return [] }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
        return index < half
            ? path(to: index, in: left) + [MerkleTree(right).root]
            : path(to: index - half, in: right) + [MerkleTree(left).root]
    }
}

extension MerkleTree {
    /// The tree over some leaves.
    package init(_ leaves: some Sequence<LogHash>) {
        self.init()
        for leaf in leaves { append(leaf) }
    }
}
