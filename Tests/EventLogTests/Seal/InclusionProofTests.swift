import EventLog
import Testing

@Suite struct `An inclusion proof` {
    /// The leaves and the root of the reference tree that Certificate Transparency's own tests are built on.
    static let reference: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ]

    @Test func `of the reference tree is the published one`() {
        let leaves = Self.reference.map { LogHash.leaf(of: $0) }
        #expect(MerkleTree(leaves).root.hex == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
        #expect(
            InclusionProof(of: 0, in: leaves).hashes.map(\.hex) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        )
    }

    @Test(arguments: 1...34)
    func `leads every leaf to the root, and no other leaf or place`(size: Int) {
        let leaves = (0..<size).map { LogHash.leaf(of: [UInt8($0)]) }
        let root = MerkleTree(leaves).root
        for index in 0..<size {
            let proof = InclusionProof(of: index, in: leaves)
            #expect(proof.root(from: leaves[index]) == root)
            #expect(proof.root(from: .leaf(of: [255])) != root)
            for other in 0..<size where other != index {
                let moved = InclusionProof(index: other, size: size, hashes: proof.hashes)
                #expect(moved.root(from: leaves[index]) != root, "\(index) as \(other) of \(size)")
            }
        }
    }

    @Test func `is refused with a hash too many or too few, or a place outside`() {
        let leaves = (0..<7).map { LogHash.leaf(of: [UInt8($0)]) }
        let proof = InclusionProof(of: 3, in: leaves)
        let cut = Array(proof.hashes.dropLast())
        #expect(InclusionProof(index: 3, size: 7, hashes: cut).root(from: leaves[3]) == nil)
        #expect(InclusionProof(index: 3, size: 7, hashes: proof.hashes + [.zero]).root(from: leaves[3]) == nil)
        #expect(InclusionProof(index: 7, size: 7, hashes: proof.hashes).root(from: leaves[3]) == nil)
        #expect(InclusionProof(index: -1, size: 7, hashes: proof.hashes).root(from: leaves[3]) == nil)
        #expect(InclusionProof(index: 0, size: 0, hashes: []).root(from: leaves[3]) == nil)
    }
}
