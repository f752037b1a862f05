/// Why a log was not repaired; it is as it was.
package enum RepairError: Error, Equatable, Sendable, CustomStringConvertible {
    case disk(DiskError)
    case log(LogError)
    /// The copy is itself not as it was written.
    case badCopy(String)
    /// The copy is of another log.
    case otherLog(path: String, expected: String, found: String)
    /// There is nothing to repair.
    case intact(path: String)
    /// The copy does not hold what is lost, or contradicts what is there.
    case insufficient(path: String, reason: String)

    package var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .log(let error): "\(error)"
        case .badCopy(let reason): "the copy is itself damaged (\(reason)): use another one"
        case .otherLog(let path, let expected, let found):
            "\(path) is a copy of the log \(found), and this one is \(expected): name the right one"
        case .intact(let path): "\(path) needs no repair"
        case .insufficient(let path, let reason):
            "\(path) cannot be repaired from this copy (\(reason)): nothing was changed; use a later copy, "
                + "or keep both as they are and ask for help"
        }
    }
}
