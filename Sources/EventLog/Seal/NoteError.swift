/// Why a signed note, a checkpoint, a proof or a key cannot be used.
package enum NoteError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes are not what they should be.
    case malformed(what: String, reason: String)
    /// A known key did not make the signature that carries its name.
    case wrongSignature(name: String)
    /// None of the keys that signed is known.
    case unknownKey(names: [String])

    package var description: String {
        switch self {
        case .malformed(let what, let reason): "the \(what) cannot be read (\(reason))"
        case .wrongSignature(let name): "the signature of \(name) is not by its key"
        case .unknownKey(let names): "it is signed by \(names.joined(separator: ", ")), whose key is not known here"
        }
    }
}
