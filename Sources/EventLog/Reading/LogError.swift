/// Why a log could not be opened or written, naming the file and what to do.
package enum LogError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The disk refused; the log is as it was.
    case disk(DiskError)
    /// A flush or write failed in a way that leaves the file in doubt, and no new file could be begun either.
    case failed(path: String, cause: DiskError)
    /// The writer has been closed.
    case closed(path: String)
    /// The log has been ended or sealed: nothing is ever added to it.
    case ended(path: String)
    /// Another process holds the log.
    case inUse(path: String)
    /// There is no log at the path.
    case missing(path: String)
    /// A log stands where a new one was to be created.
    case existing(path: String)
    /// The file is no log of this program, or not readable as one.
    case foreign(path: String, reason: String)
    /// The log was written in a later format.
    case newerFormat(path: String, format: String)
    /// Not one record of the log can be read.
    case damaged(LogFinding)
    /// A record that would break the framing.
    case unwritable(kind: String, reason: String)
    /// A record that does not fit into a line.
    case recordTooLarge(kind: String, byteCount: Int, limit: Int)

    /// Whether the disk refused, and not the log.
    package var isOfTheDisk: Bool { diskError != nil }

    /// Whether freeing space would let the same work go on.
    package var isOutOfSpace: Bool { diskError?.isOutOfSpace ?? false }

    private var diskError: DiskError? {
        switch self {
        case .disk(let error), .failed(_, let error): error
        case .closed, .ended, .inUse, .missing, .existing, .foreign, .newerFormat, .damaged, .unwritable,
            .recordTooLarge:
            nil
        }
    }

    package var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .failed(let path, let cause):
            "\(path) is not written to any more, and no new file could be begun: \(cause)"
        case .closed(let path): "\(path) is closed: open the log again to write to it"
        case .ended(let path): "\(path) is ended: later facts go into its addendum"
        case .inUse(let path): "\(path) is being written by another process: use that one, or end it first"
        case .missing(let path): "\(path): there is no log here: check the path"
        case .existing(let path): "\(path) is there already: open it instead of creating it"
        case .foreign(let path, let reason):
            "\(path) is not a \(LogFormat.name) log (\(reason)): it was left untouched; name another path, or bring the log back from a copy"
        case .newerFormat(let path, let format):
            "\(path) is in the format \(format), which a newer vigil wrote: it was left untouched; open it with that version"
        case .damaged(let finding):
            "\(finding): the file was left untouched; copy it aside, then bring it back from a copy with vigil repair"
        case .unwritable(let kind, let reason): "a record of kind \"\(kind)\" cannot be written: \(reason)"
        case .recordTooLarge(let kind, let byteCount, let limit):
            "a record of kind \"\(kind)\" has \(byteCount) bytes, more than \(limit): shorten it or store it as an attachment"
        }
    }
}
