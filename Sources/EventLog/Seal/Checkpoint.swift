/// What a log was at one size: c2sp.org/tlog-checkpoint without its signatures.
package struct Checkpoint: Equatable, Sendable {
    /// Which log, for all the world: the key's name and the log's.
    package let origin: String
    /// How many lines.
    package let size: Int
    /// The RFC 6962 root over them.
    package let root: LogHash
    /// Lines this program does not write and does not read.
    package let extensionLines: [String]

    /// Beyond 2^53 a reader that holds numbers as doubles would see another one.
    private static let largestSize = 1 << 53

    package init(origin: String, size: Int, root: LogHash) {
        precondition(!origin.isEmpty && !origin.utf8.contains { $0 < 0x20 }, "an origin is one line of text")
        self.origin = origin
        self.size = size
        self.root = root
        extensionLines = []
    }

    /// Reads the text of a note.
    package init(parsing text: String) throws(NoteError) {
        func refusal(_ reason: String) -> NoteError { .malformed(what: "checkpoint", reason: reason) }
        guard text.utf8.last == UInt8(ascii: "\n") else { throw refusal("its last line has no end") }
        let lines = text.utf8.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw refusal("it has not three lines of text")
        }
        guard let size = Self.number(lines[1]) else { throw refusal("its size is not a whole number") }
        guard let bytes = Base64.decode(lines[2]), let root = LogHash(bytes: bytes) else {
            throw refusal("its root is not the base64 of a SHA-256")
        }
        origin = String(decoding: lines[0], as: UTF8.self)
        self.size = size
        self.root = root
        extensionLines = lines.dropFirst(3).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The text that is signed.
    package var text: String {
        ([origin, String(size), Base64.encode(root.bytes)] + extensionLines).map { $0 + "\n" }.joined()
    }

    /// Digits without a leading zero, or a zero alone.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...16).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
            digits.count == 1 || digits.first != UInt8(ascii: "0"),
            let number = Int(String(decoding: digits, as: UTF8.self)), number <= largestSize
        else { return nil }
        return number
    }
}
