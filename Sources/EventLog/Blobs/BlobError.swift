/// Why an attachment could not be stored or read.
package enum BlobError: Error, Equatable, Sendable, CustomStringConvertible {
    case disk(DiskError)
    case missing(path: String)
    /// The bytes under this name are not the bytes it was made from.
    case altered(path: String)

    /// Whether freeing space would let the same work go on.
    package var isOutOfSpace: Bool {
        switch self {
        case .disk(let error): error.isOutOfSpace
        case .missing, .altered: false
        }
    }

    package var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .missing(let path): "\(path): the attachment is missing: bring it back from a copy of this home"
        case .altered(let path): "\(path): the attachment has been altered: move it away and bring it back from a copy"
        }
    }
}
