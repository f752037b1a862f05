/// Why a home was not copied or brought back; what was there is as it was.
package enum BackupError: Error, Equatable, Sendable, CustomStringConvertible {
    case notAHome(path: String)
    case occupied(path: String)
    case inside(path: String, home: String)
    /// The folder the copy was to be made in is not there.
    case noFolder(path: String)
    /// What an interrupted copy left.
    case unfinished(path: String)
    /// The copy is not what was copied.
    case differs(path: String, reason: String)
    /// A copy to be brought back is not what was written.
    case forged(path: String, reason: String)

    package var description: String {
        switch self {
        case .notAHome(let path): "\(path) holds no station's logs: name a station's folder, or a copy of one"
        case .occupied(let path): "\(path) is not empty: nothing is ever overwritten; name a folder that does not exist"
        case .inside(let path, let home): "\(path) lies in \(home) itself: name a folder on another disk"
        case .noFolder(let path): "there is no folder \(path): mount the disk it is on, or make it"
        case .unfinished(let path): "\(path) was left by a copy that did not end: remove it and try again"
        case .forged(let path, let reason):
            "\(path) was altered (\(reason)): nothing was brought back; use another copy"
        case .differs(let path, let reason):
            "\(path) is not what was copied (\(reason)): the disk may be failing; remove it and use another"
        }
    }
}
