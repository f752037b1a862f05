/// Why a log could not be sealed; the log is as it was.
package enum SealError: Error, Equatable, Sendable, CustomStringConvertible {
    case log(LogError)
    case disk(DiskError)
    /// The log has not been ended.
    case unfinished(path: String)
    /// The log could not be ended.
    case notEnded(path: String, reason: String)
    /// The log holds no event of that number.
    case noSuchEvent(path: String, number: Int)
    /// A seal stands there that is not this log's as it is now.
    case contradicted(path: String, reason: String)

    package var description: String {
        switch self {
        case .log(let error): "\(error)"
        case .disk(let error): "\(error)"
        case .unfinished(let path): "\(path) is not sealed: close the session first"
        case .notEnded(let path, let reason): "\(path) could not be ended (\(reason)): it is tried again"
        case .noSuchEvent(let path, let number):
            "\(path) holds no event \(number): vigil log lists them with their numbers"
        case .contradicted(let path, let reason):
            "\(path) is not the seal of the log beside it (\(reason)): nothing was changed; "
                + "bring both back from a copy of this home"
        }
    }
}
