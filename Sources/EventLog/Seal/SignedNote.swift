/// Text with signatures under it, as c2sp.org/signed-note defines it.
package struct SignedNote: Equatable, Sendable {
    /// What is signed, its last line feed included.
    package let text: String
    package let signatures: [Signature]

    /// One signature line: `— name base64(key ID ‖ signature)`.
    package struct Signature: Equatable, Sendable {
        package let name: String
        package let keyID: KeyID
        package let bytes: [UInt8]
    }

    /// Notes with more signatures are refused; readers must take 16.
    private static let signatureLimit = 64
    /// Bytes a note may have; a seal has about 200.
    package static let byteLimit = 1 << 20

    private static let dash = Array("— ".utf8)

    package init(text: String, signatures: [Signature]) {
        precondition(text.utf8.last == UInt8(ascii: "\n"), "a note's text ends in a line feed")
        self.text = text
        self.signatures = signatures
    }

    /// Signs a text.
    package init(signing text: String, with key: StationKey) {
        self.init(text: text, signatures: [key.sign(text)])
    }

    /// Reads a note; nothing in it is proven by that.
    package init(parsing bytes: [UInt8]) throws(NoteError) {
        func refusal(_ reason: String) -> NoteError { .malformed(what: "signed note", reason: reason) }
        guard bytes.count <= Self.byteLimit else { throw refusal("it has more than \(Self.byteLimit) bytes") }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }) else {
            throw refusal("it holds a control character")
        }
        guard let whole = String(validating: bytes, as: UTF8.self) else { throw refusal("it is not UTF-8") }
        guard bytes.last == UInt8(ascii: "\n") else { throw refusal("its last line has no end") }
        guard let blank = Self.lastEmptyLine(in: bytes) else {
            throw refusal("no empty line stands between text and signatures")
        }
        var signatures: [Signature] = []
        let lines = bytes[(blank + 1)...].dropLast()
        for line in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard let signature = Self.signature(line) else { throw refusal("a signature line is not one") }
            signatures.append(signature)
        }
        guard signatures.count <= Self.signatureLimit else { throw refusal("it has too many signatures") }
        text = String(decoding: whole.utf8.prefix(blank), as: UTF8.self)
        self.signatures = signatures
    }

    /// The note as a file.
    package var bytes: [UInt8] {
        var bytes = Array(text.utf8) + [UInt8(ascii: "\n")]
        for signature in signatures {
            let blob = Base64.encode(signature.keyID.bytes + signature.bytes)
            bytes += Self.dash + Array("\(signature.name) \(blob)\n".utf8)
        }
        return bytes
    }

    /// The known keys that signed; unknown ones are passed over, as others may sign too.
    ///
    /// - Throws: if a signature under a known key's name and ID is not its, or if no known key signed.
    package func signers(among keys: [VerifierKey]) throws(NoteError) -> [VerifierKey] {
        var signers: [VerifierKey] = []
        for signature in signatures {
            for key in keys where key.name == signature.name && key.id == signature.keyID {
                guard key.isValid(signature.bytes, for: text) else { throw .wrongSignature(name: key.name) }
                signers.append(key)
            }
        }
        guard !signers.isEmpty else { throw .unknownKey(names: signatures.map(\.name)) }
        return signers
    }

    /// Where the last line feed stands that has another before it.
    private static func lastEmptyLine(in bytes: [UInt8]) -> Int? {
        let feed = UInt8(ascii: "\n")
        return bytes.indices.dropFirst().last { bytes[$0] == feed && bytes[$0 - 1] == feed }
    }

    private static func signature(_ line: ArraySlice<UInt8>) -> Signature? {
        guard line.starts(with: dash) else { return nil }
        let rest = line.dropFirst(dash.count)
        guard let space = rest.lastIndex(of: UInt8(ascii: " ")) else { return nil }
        let name = String(decoding: rest[..<space], as: UTF8.self)
        guard VerifierKey.isName(name), let blob = Base64.decode(rest[(space + 1)...]), blob.count > 4,
            let id = KeyID(bytes: Array(blob.prefix(4)))
        else { return nil }
        return Signature(name: name, keyID: id, bytes: Array(blob.dropFirst(4)))
    }
}
