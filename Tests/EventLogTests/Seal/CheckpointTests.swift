import EventLog
import Testing

@Suite struct `A checkpoint` {
    @Test func `of the specification is read and written as it stands`() throws {
        let note = try SignedNote(parsing: Array(`A signed note`.examples[1].utf8))
        let checkpoint = try Checkpoint(parsing: note.text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa" && checkpoint.size == 20_852_163)
        #expect(checkpoint.root.hex == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")
        #expect(checkpoint.text == note.text)
    }

    @Test func `of the vector log has the published root`() {
        var tree = MerkleTree()
        for line in `The framing vectors`.lines { tree.append(.leaf(of: line)) }
        let checkpoint = Checkpoint(origin: "o", size: tree.count, root: tree.root)
        #expect(checkpoint.text == "o\n4\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n")
    }

    @Test func `keeps lines it does not know`() throws {
        let text = "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nfrom a later day\n"
        let checkpoint = try Checkpoint(parsing: text)
        #expect(checkpoint.extensionLines == ["from a later day"] && checkpoint.text == text)
    }

    @Test(arguments: [
        "", "o\n", "o\n1\n", "o\n1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=",
        "\n1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n01\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n-1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n+1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n1 \nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n99999999999999999999\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n",
        "o\n1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0A==\n",
        "o\n1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs\n",
        "o\n1\nEX8LAR5byDq47cZmJCyy2qrmP2Hsrn+VEcLmT2Di0Cs=\n\nx\n",
    ])
    func `is refused when its text is not one`(text: String) {
        #expect(throws: NoteError.self) { try Checkpoint(parsing: text) }
    }
}
