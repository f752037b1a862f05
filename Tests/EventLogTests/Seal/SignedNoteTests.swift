import EventLog
import Testing

@Suite struct `A signed note` {
    /// The example of Go's note package: key, private key and note as published.
    static let publicKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let privateKey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let signature = """
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """
    static let note = text + "\n" + signature

    /// The examples of c2sp.org/signed-note, c2sp.org/tlog-checkpoint and c2sp.org/tlog-cosignature.
    static let examples = [
        """
        Ognuno sta solo sul cuor della terra
        trafitto da un raggio di sole:

        ed è subito sera.

        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=

        """,
        """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """,
    ]

    @Test func `of Go's example is made and verified byte for byte`() throws {
        let verifier = try VerifierKey(parsing: Self.publicKey)
        let key = try StationKey(parsing: Self.privateKey)
        #expect(verifier.description == Self.publicKey && key.verifier == verifier)

        let note = SignedNote(signing: Self.text, with: key)

        #expect(String(decoding: note.bytes, as: UTF8.self) == Self.note)
        #expect(try SignedNote(parsing: Array(Self.note.utf8)).signers(among: [verifier]) == [verifier])
    }

    @Test(arguments: examples)
    func `of the specification is read and written as it stands`(example: String) throws {
        let note = try SignedNote(parsing: Array(example.utf8))
        #expect(note.bytes == Array(example.utf8))
        #expect(throws: NoteError.unknownKey(names: note.signatures.map(\.name))) {
            try note.signers(among: [VerifierKey(parsing: Self.publicKey)])
        }
    }

    @Test func `is separated from its signatures by the last empty line`() throws {
        let note = try SignedNote(parsing: Array(Self.examples[0].utf8))
        #expect(note.text.hasSuffix("sole:\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.signatures.map(\.keyID.description) == ["367ba04b"])
    }

    @Test(arguments: [
        ("without an empty line", "text\n— a AAAAAAA=\n"),
        ("without signatures", "text\n\n"),
        ("cut in the signature", String(note.dropLast(9))),
        ("cut before its last line feed", String(note.dropLast())),
        ("with a hyphen for the dash", "text\n\n- a AAAAAAA=\n"),
        ("without a name", "text\n\n—  AAAAAAA=\n"),
        ("with a plus in the name", "text\n\n— a+b AAAAAAA=\n"),
        ("with a space in the name", "text\n\n— a\u{2003}b AAAAAAA=\n"),
        ("with a key ID and no signature", "text\n\n— a AAAAAA==\n"),
        ("with base64 that is not padded", "text\n\n— a AAAAAAA\n"),
        ("with stray bits in its base64", "text\n\n— a AAAAAAB=\n"),
        ("with text after the signature", "text\n\n— a AAAAAAA=\nmore\n"),
        ("with a tab", "te\txt\n\n— a AAAAAAA=\n"),
        ("with a carriage return", "text\r\n\n— a AAAAAAA=\n"),
        ("of nothing", ""),
    ])
    func `is refused`(what: String, note: String) {
        #expect(throws: NoteError.self, "\(what)") { try SignedNote(parsing: Array(note.utf8)) }
    }

    @Test func `is refused when it is not UTF-8`() {
        let bytes = [0xC3, 0x28] + Array("\n\n— a AAAAAAA=\n".utf8)
        #expect(throws: NoteError.self) { try SignedNote(parsing: bytes) }
    }

    @Test func `may carry sixteen signatures, known and unknown`() throws {
        let others = (0..<15).map { "— other\($0) AAAAAAA=\n" }.joined()
        let note = try SignedNote(parsing: Array((Self.text + "\n" + others + Self.signature).utf8))
        #expect(note.signatures.count == 16)
        #expect(try note.signers(among: [VerifierKey(parsing: Self.publicKey)]).map(\.name) == ["PeterNeumann"])
    }

    @Test func `is refused when any one byte of its text is another`() throws {
        let verifier = try VerifierKey(parsing: Self.publicKey)
        for index in Self.text.utf8.indices.dropLast() {
            var bytes = Array(Self.note.utf8)
            let place = Self.text.utf8.distance(from: Self.text.utf8.startIndex, to: index)
            bytes[place] = bytes[place] == UInt8(ascii: "z") ? UInt8(ascii: "y") : UInt8(ascii: "z")
            let note = try SignedNote(parsing: bytes)
            #expect(throws: NoteError.wrongSignature(name: "PeterNeumann")) { try note.signers(among: [verifier]) }
        }
    }

    @Test(arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        // The neutral point, under its right ID: anybody can sign for it.
        "PeterNeumann+efd4a34a+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func `takes no key that is not one`(text: String) {
        #expect(throws: NoteError.self) { try VerifierKey(parsing: text) }
    }
}
