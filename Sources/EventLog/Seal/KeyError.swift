/// Why a station's key could not be used; the files are as they were.
package enum KeyError: Error, Equatable, Sendable, CustomStringConvertible {
    case disk(DiskError)
    /// Others than the owner may read or change the private key.
    case open(path: String, permissions: UInt32)
    case malformed(path: String, reason: String)
    /// The public key beside the private one is another's.
    case mismatched(path: String)

    package var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .open(let path, let permissions):
            "\(path) can be read or changed by others (mode 0\(String(permissions, radix: 8))): "
                + "chmod 600 it, and think about who may have copied it"
        case .malformed(let path, let reason):
            "\(path) is no station key (\(reason)): it was left untouched; bring it back from a copy of this home"
        case .mismatched(let path):
            "\(path) is not the public half of the key beside it: it was left untouched; bring both back from a copy"
        }
    }
}
