/// What is wrong with bytes that came over the socket.
package enum WireError: Error, Hashable, Sendable {
    /// A message is announced longer than its kind may be, or empty.
    case length(Int)
    /// A message ends before its last field, or goes on after it.
    case truncated
    case trailing(Int)
    /// A field holds what it cannot hold; the word names the field.
    case value(String)
    /// The other side speaks another version of the wire.
    case version(UInt8)

    /// A sentence part for a person: "sent an unknown key".
    package var text: String {
        switch self {
        case .length(let count): "announced a message of \(count) bytes"
        case .truncated: "sent a message that ends too early"
        case .trailing(let count): "sent \(count) bytes behind a message's end"
        case .value(let field): "sent an impossible \(field)"
        case .version(let version): "speaks version \(version) of the wire, this program speaks \(Wire.version)"
        }
    }
}
