import CPlatform
import Glibc

/// The one lock on a home; it ends with the process, however that ends.
package final class HomeLock {
    private let descriptor: Int32

    /// Takes the lock, or throws when another station holds it.
    package init(_ home: StationHome) throws(StationError) {
        descriptor = open(home.lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StationError(
                call: "open",
                on: home.lockPath,
                code: errno,
                cure: "make the directory writable, or set VIGIL_HOME to another one"
            )
        }
        let code = vigil_lock(descriptor)
        guard code == 0 else {
            close(descriptor)
            if code == EWOULDBLOCK { throw Self.heldByAnother(home) }
            throw StationError(call: "flock", on: home.lockPath, code: code, cure: "use a local file system")
        }
    }

    deinit { close(descriptor) }

    static func heldByAnother(_ home: StationHome) -> StationError {
        StationError(
            what: "a station runs already in \(home.path)",
            cure: "run vigil to open a console on it, or set VIGIL_HOME to another directory"
        )
    }
}
