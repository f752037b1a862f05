package import EventLog

/// Why a session or the staff list could not be read from its log; the log is as it was.
package enum JournalError: Error, Equatable, Sendable, CustomStringConvertible {
    case log(LogError)
    /// The protocol the session was opened under is not to be had.
    case blob(BlobError)
    /// The protocol's bytes are there and cannot be understood, or cannot be found: why, and what to do.
    case unreadableProtocol(path: String, reason: String, cure: String)
    /// The records are no session's, or not one this program can go on with.
    case notASession(path: String, reason: String)
    /// The log holds no event yet: the check-in was cut off before anything of it was saved.
    case unborn(path: String)
    /// The session has been closed: nothing is added to it.
    case closed(path: String)
    /// The log could not be ended, because so many records are not on disk yet.
    case unsaved(path: String, count: Int)
    /// Nobody has that id.
    case unknownStaff(id: String)

    /// Whether the disk refused, and the log is as it was.
    package var isOfTheDisk: Bool {
        switch self {
        case .log(let error): error.isOfTheDisk
        case .blob, .unreadableProtocol, .notASession, .unborn, .closed, .unsaved, .unknownStaff: false
        }
    }

    /// Whether freeing space would let the same work go on.
    package var isOutOfSpace: Bool {
        switch self {
        case .log(let error): error.isOutOfSpace
        case .blob(let error): error.isOutOfSpace
        case .unreadableProtocol, .notASession, .unborn, .closed, .unsaved, .unknownStaff: false
        }
    }

    package var description: String {
        switch self {
        case .log(let error): "\(error)"
        case .blob(let error): "\(error)"
        case .unreadableProtocol(let path, let reason, let cure):
            "\(path): the protocol of this session cannot be read (\(reason)): \(cure)"
        case .notASession(let path, let reason):
            "\(path) cannot be opened as a session (\(reason)): it was left untouched; open it with the version that wrote it"
        case .unborn(let path): "\(path) holds no event: its check-in was cut off; check the patient in again"
        case .closed(let path): "\(path) is closed: later facts go into its addendum"
        case .unsaved(let path, let count):
            "\(path) could not be ended: \(count) records are not on disk yet: free space; it is tried again"
        case .unknownStaff(let id): "nobody on the staff has the id \(id): vigil staff list shows them"
        }
    }
}
