import Glibc

/// The directory everything of a station lies in.
package struct StationHome: Hashable, Sendable {
    package let path: String

    package init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    package var lockPath: String { path + "/lock" }
    package var socketPath: String { path + "/socket" }
    /// The newest sign of life, so that the next start knows how long the station was off.
    package var alivePath: String { path + "/alive" }

    /// Makes the directory and those it lies in, readable by their owner alone.
    package func prepare() throws(StationError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                throw StationError(
                    call: "mkdir",
                    on: made,
                    code: errno,
                    cure: "make it writable, or set VIGIL_HOME to a directory of your own"
                )
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw StationError(what: "\(path) is not a directory", cure: "set VIGIL_HOME to a directory of your own")
        }
        guard status.st_uid == getuid() else {
            throw StationError(
                what: "\(path) belongs to somebody else",
                cure: "set VIGIL_HOME to a directory of your own"
            )
        }
    }
}
