import CPlatform
import Glibc

/// The station's socket in the file system; only its owner may connect.
final class ListeningSocket {
    let descriptor: Int32
    private let path: String

    /// Binds the socket, removing a stale one; the caller holds the home's lock, so no living station owns it.
    init(path: String) throws(StationError) {
        let cure = "make the directory writable, or set VIGIL_HOME to another one"
        self.path = path
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else {
            throw StationError(
                what: "\(path) is too long for a socket's name (\(path.utf8.count) of \(room - 1) bytes)",
                cure: "set VIGIL_HOME to a shorter path"
            )
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        unlink(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw StationError(call: "socket", on: path, code: errno, cure: cure) }
        // The home is 0700, so nobody else reaches the socket before it is 0600. A file mask would be set for every
        // thread of the process, and their folders would lose the right to be entered.
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, chmod(path, 0o600) == 0, listen(descriptor, 16) == 0 else {
            throw StationError(call: "bind", on: path, code: errno, cure: cure)
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    /// Runs where `init` throws, too, once there is a descriptor: nothing else closes it.
    deinit {
        let isClosed = close(descriptor) == 0
        assert(isClosed || descriptor < 0, "what is closed twice may be somebody else's by then")
        unlink(path)
    }

    /// Takes the next console that waits; nil when none does, or when it is not this user's.
    func accept() -> Int32? {
        let console = Glibc.accept(descriptor, nil, nil)
        guard console >= 0 else { return nil }
        _ = fcntl(console, F_SETFD, FD_CLOEXEC)
        _ = fcntl(console, F_SETFL, O_NONBLOCK)
        guard Self.peerUser(of: console) == getuid() else {
            close(console)
            return nil
        }
        return console
    }

    /// The user at the other end, as the kernel knows it.
    private static func peerUser(of descriptor: Int32) -> uid_t? {
        uid_t(exactly: vigil_peer_uid(descriptor))
    }
}
