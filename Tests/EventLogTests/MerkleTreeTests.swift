import EventLog
import Testing

@Suite struct `The tree over a log` {
    @Test func `of no leaves is the hash of nothing`() {
        #expect(MerkleTree().root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100])
    func `has the root RFC 6962 defines by halves`(count: Int) {
        let leaves = (0..<count).map { LogHash.leaf(of: [UInt8($0)]) }
        var tree = MerkleTree()
        for leaf in leaves { tree.append(leaf) }
        #expect(tree.root == Self.root(leaves[...]))
    }

    /// MTH of section 2.1, written as it stands there.
    private static func root(_ leaves: ArraySlice<LogHash>) -> LogHash {
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return LogHash(of: [1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
    }
}
