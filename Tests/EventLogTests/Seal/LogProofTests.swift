import EventLog
import Testing

@Suite struct `A proof for one line` {
    /// The example of c2sp.org/tlog-proof with its shortened signature lines made whole.
    static let example = """
        c2sp.org/tlog-proof@v1
        extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
        index 73894
        gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
        B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=

        example.com/fancylog
        109482
        sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

        — example.com/fancylog hI2DJwAAAAA=

        """

    @Test func `is read and written as the specification shows it`() throws {
        let proof = try LogProof(parsing: Array(Self.example.utf8))
        #expect(proof.index == 73_894 && proof.hashes.count == 2)
        #expect(proof.line.map { String(decoding: $0, as: UTF8.self) } == "age-v1.2.1-darwin-arm64.tar.gz")
        #expect(proof.bytes == Array(Self.example.utf8))
    }

    @Test func `of the vector log proves each line to whoever knows the key`() throws {
        let lines = `The framing vectors`.lines
        let key = StationKey(station: "ICU 3")
        let leaves = lines.map { LogHash.leaf(of: $0) }
        let checkpoint = Checkpoint(origin: "o", size: 4, root: MerkleTree(leaves).root)
        let note = SignedNote(signing: checkpoint.text, with: key)
        for (index, line) in lines.enumerated() {
            let hashes = InclusionProof(of: index, in: leaves).hashes
            let file = LogProof(line: line, index: index, hashes: hashes, note: note).bytes

            let proof = try LogProof(parsing: file)

            #expect(try proof.verified(line, by: [key.verifier]) == checkpoint)
            #expect(throws: NoteError.self) { try proof.verified(line + [0x20], by: [key.verifier]) }
            #expect(throws: NoteError.self) { try proof.verified(line, by: [StationKey(station: "x").verifier]) }
        }
    }

    @Test(arguments: [
        ("another title", "proof@v1", "proof@v2"),
        ("no index", "index 73894\n", ""),
        ("an index with a leading zero", "index 7", "index 07"),
        (
            "a hash of another length", "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=",
            "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcd"
        ),
        ("extra data that is not base64", "extra YW", "extra !!"),
        (
            "the index before the extra data", "extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6\nindex 73894",
            "index 73894\nextra YWdl"
        ),
        ("no empty line before the checkpoint", "XmA=\n\n", "XmA=\n"),
        ("no signature", "— example.com/fancylog hI2DJwAAAAA=\n", ""),
    ])
    func `is refused with`(what: String, old: String, new: String) throws {
        let range = try #require(Self.example.range(of: old))
        let text = Self.example[..<range.lowerBound] + new + Self.example[range.upperBound...]
        #expect(throws: NoteError.self, "\(what)") { try LogProof(parsing: Array(String(text).utf8)) }
    }
}

extension String {
    /// Where a text stands in this one for the first time.
    fileprivate func range(of text: String) -> Range<Index>? {
        indices.lazy.compactMap { start in
            self[start...].hasPrefix(text) ? start..<self.index(start, offsetBy: text.count) : nil
        }.first
    }
}
