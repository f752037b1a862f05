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
            if code == EWOULDBLOCK { throw Self.heldByAnother(home) }
            throw StationError(call: "flock", on: home.lockPath, code: code, cure: "use a local file system")
        }
        // For a person who wants to end the station; on a full disk it is missing.
        let holder = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, holder, holder.count, 0) }
    }

    /// Runs where `init` throws, too, once there is a descriptor: nothing else closes it.
    deinit {
        let isClosed = close(descriptor) == 0
        assert(isClosed || descriptor < 0, "what is closed twice may be somebody else's by then")
    }

    static func heldByAnother(_ home: StationHome) -> StationError {
        let holder = Self.holder(of: home)
        return StationError(
            what: "a station runs already in \(home.path)",
            cure: "run vigil to open a console on it, or end it first"
                + (holder.map { ": kill \($0)" } ?? "")
        )
    }

    /// The process that took the lock; of use only while somebody holds it.
    private static func holder(of home: StationHome) -> Int? {
        let descriptor = open(home.lockPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var digits = [UInt8](repeating: 0, count: 16)
        let count = max(0, read(descriptor, &digits, digits.count))
        return Int(String(decoding: digits[..<count].prefix { (48...57).contains($0) }, as: UTF8.self))
    }
}
