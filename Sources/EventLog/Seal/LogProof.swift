/// The file that proves one line of a sealed log to a third party: c2sp.org/tlog-proof version 1.
///
/// The line itself travels as the extra data. A reader need not trust it: the proof leads from its hash to the
/// signed root or it does not.
package struct LogProof: Equatable, Sendable {
    package let line: [UInt8]?
    package let index: Int
    package let hashes: [LogHash]
    /// The log's signed checkpoint.
    package let note: SignedNote

    /// The file extension such proofs have.
    package static let fileExtension = ".tlog-proof"

    private static let title = "c2sp.org/tlog-proof@v1"
    /// No tree is higher.
    private static let hashLimit = 63

    package init(line: [UInt8]?, index: Int, hashes: [LogHash], note: SignedNote) {
        self.line = line
        self.index = index
        self.hashes = hashes
        self.note = note
    }

    /// Whether a file is a proof by its name or by its first line: what was written to standard output has any name.
    package static func stands(at path: String, on disk: any Disk) -> Bool {
        if path.hasSuffix(fileExtension) { return true }
        guard let file = try? disk.open(path, for: .reading) else { return false }
        defer { disk.close(file) }
        return (try? disk.read(file, 0..<title.utf8.count))?.elementsEqual(title.utf8) ?? false
    }

    package init(parsing bytes: [UInt8]) throws(NoteError) {
        func refusal(_ reason: String) -> NoteError { .malformed(what: "proof", reason: reason) }
        let feed = UInt8(ascii: "\n")
        guard let blank = bytes.indices.dropFirst().first(where: { bytes[$0] == feed && bytes[$0 - 1] == feed }) else {
            throw refusal("no empty line stands before the checkpoint")
        }
        var lines = bytes[..<(blank - 1)].split(separator: feed, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), first.elementsEqual(Self.title.utf8) else {
            throw refusal("it does not begin with \(Self.title)")
        }
        var line: [UInt8]?
        if let extra = Self.value(of: "extra ", in: lines.first) {
            lines.removeFirst()
            line = Base64.decode(extra)
            if line == nil { throw refusal("its extra line is not base64") }
        }
        guard let digits = Self.value(of: "index ", in: lines.popFirst()), let index = Checkpoint.number(digits) else {
            throw refusal("its index is not a whole number")
        }
        guard lines.count <= Self.hashLimit else { throw refusal("it has more hashes than any tree is high") }
        var hashes: [LogHash] = []
        for text in lines {
            guard let bytes = Base64.decode(text), let hash = LogHash(bytes: bytes) else {
                throw refusal("a line is not the base64 of a SHA-256")
            }
            hashes.append(hash)
        }
        self.init(
            line: line,
            index: index,
            hashes: hashes,
            note: try SignedNote(parsing: Array(bytes[(blank + 1)...]))
        )
    }

    /// The proof as a file.
    package var bytes: [UInt8] {
        var text = Self.title + "\n"
        if let line { text += "extra \(Base64.encode(line))\n" }
        text += "index \(index)\n"
        for hash in hashes { text += Base64.encode(hash.bytes) + "\n" }
        return Array(text.utf8) + [UInt8(ascii: "\n")] + note.bytes
    }

    /// The checkpoint of which `line` is proven to be part.
    ///
    /// - Throws: if the proof does not lead from the line to the checkpoint's root, or no known key signed that.
    package func verified(_ line: [UInt8], by keys: [VerifierKey]) throws(NoteError) -> Checkpoint {
        _ = try note.signers(among: keys)
        let checkpoint = try Checkpoint(parsing: note.text)
        let proof = InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
        guard proof.root(from: .leaf(of: line)) == checkpoint.root else {
            throw .malformed(what: "proof", reason: "it does not lead from this line to the root that was signed")
        }
        return checkpoint
    }

    private static func value(of key: String, in line: ArraySlice<UInt8>?) -> ArraySlice<UInt8>? {
        guard let line, line.starts(with: key.utf8) else { return nil }
        return line.dropFirst(key.utf8.count)
    }
}
