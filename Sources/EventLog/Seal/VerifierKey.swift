/// A station's public key under its name: what a seal is checked with, and what may be given to anybody.
///
/// Its text, `name+ID+base64(type ‖ key)`, is the "vkey" of c2sp.org/signed-note; type 1 is Ed25519.
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package let id: KeyID
    private let key: [UInt8]

    static let ed25519: UInt8 = 1

    init(name: String, publicKey: [UInt8]) {
        precondition(Self.isName(name), "a key's name has no spaces and no plus")
        self.name = name
        key = [Self.ed25519] + publicKey
        id = KeyID(name: name, key: key)
    }

    /// Reads a key's text; a line feed at its end is passed over.
    package init(parsing text: String) throws(NoteError) {
        func refusal(_ reason: String) -> NoteError { .malformed(what: "public key", reason: reason) }
        let line = text.utf8.last == UInt8(ascii: "\n") ? text.utf8.dropLast() : text.utf8[...]
        let parts = line.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(Substring(parts[0])) as String?, Self.isName(name) else {
            throw refusal("it is not of the form name+ID+key")
        }
        guard let id = KeyID(hex: parts[1]), let key = Base64.decode(parts[2]) else {
            throw refusal("its ID is not eight hexadecimal digits or its key not base64")
        }
        guard key.count == 1 + Ed25519.publicKeySize, key[0] == Self.ed25519 else {
            throw refusal("it is no Ed25519 key")
        }
        guard !Ed25519.isOfSmallOrder(Array(key.dropFirst())) else {
            throw refusal("it is a key under which anybody can sign")
        }
        guard id == KeyID(name: name, key: key) else { throw refusal("its ID is not that of its name and key") }
        (self.name, self.id, self.key) = (name, id, key)
    }

    package var description: String { "\(name)+\(id)+\(Base64.encode(key))" }

    /// The first digits of the key's hash, which fit into a log's name.
    package var fingerprint: String { id.description }

    func isValid(_ signature: [UInt8], for text: String) -> Bool {
        Ed25519.isValid(signature, for: Array(text.utf8), by: Array(key.dropFirst()))
    }

    /// A name is neither empty nor does it hold spaces, a plus or control characters.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }
}
