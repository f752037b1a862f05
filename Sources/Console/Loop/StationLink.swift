import CPlatform
import Canvas
import Glibc

/// A console's connection to the station.
final class StationLink {
    let fd: Int32
    private var decoder = WireDecoder<WireFromStation>()
    private var outgoing: [UInt8] = []

    /// Keys that wait for a station that reads nothing; beyond that the station counts as stopped.
    private static let mostWaitingBytes = 256 * 1024

    init(fd: Int32) {
        self.fd = fd
    }

    deinit {
        close(fd)
    }

    var hasOutgoing: Bool { !outgoing.isEmpty }

    /// Connects to the socket in a home; nil when nobody answers there.
    static func connect(home: String) throws(ConsoleError) -> StationLink? {
        let path = home + "/socket"
        let fd = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard fd >= 0 else { throw .system(call: "socket", thing: path, code: errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isFitting = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return false }
            place.copyBytes(from: path.utf8)
            return true
        }
        guard isFitting else {
            close(fd)
            throw .pathTooLong(home)
        }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(fd, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(fd)
            if [ENOENT, ECONNREFUSED, EAGAIN, ECONNRESET, EINTR].contains(code) { return nil }
            throw .system(call: "connect", thing: path, code: code)
        }
        let link = StationLink(fd: fd)
        let uid = vigil_peer_uid(fd)
        guard uid == Int(getuid()) else { throw .foreignStation(path) }
        _ = fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK)
        return link
    }

    /// Sends a message, or as much as the station takes now; false when the station is gone.
    func send(_ message: WireFromConsole) -> Bool {
        outgoing.append(contentsOf: message.encoded)
        return outgoing.count <= Self.mostWaitingBytes && flush()
    }

    func flush() -> Bool {
        while !outgoing.isEmpty {
            let count = outgoing.withUnsafeBytes {
                Glibc.send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                outgoing.removeFirst(count)
            } else if errno == EAGAIN {
                return true
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// Takes what came; returns whole messages, and whether the station is gone.
    func receive() throws(WireError) -> (messages: [WireFromStation], isGone: Bool) {
        var messages: [WireFromStation] = []
        var isGone = false
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(fd, $0.baseAddress, $0.count, 0) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 {
                isGone = count == 0 || errno != EAGAIN
                break
            }
            decoder.append(buffer[..<count])
            if count < buffer.count { break }
        }
        while let message = try decoder.next() { messages.append(message) }
        return (messages, isGone)
    }
}
