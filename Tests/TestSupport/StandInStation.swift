package import Canvas
import Glibc

/// A station as far as a console can see: a socket that takes its messages and sends what a test says.
package final class StandInStation {
    package private(set) var received: [WireFromConsole] = []
    /// How many consoles connected so far; only the newest is served.
    package private(set) var connections = 0
    private let listener: Int32
    private var peer: Int32 = -1
    private var decoder = WireDecoder<WireFromConsole>()
    private var shown: Frame?

    /// Listens at `socket` in a folder.
    package init(home: String) {
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let path = home + "/socket"
        unlink(path)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        precondition(result == 0 && listen(listener, 8) == 0, "no socket at \(path): errno \(errno)")
    }

    deinit {
        close(listener)
        if peer >= 0 { close(peer) }
    }

    package var hello: WireHello? {
        for case .hello(let hello) in received.reversed() { return hello }
        return nil
    }

    package var keys: [Key] {
        received.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    package var isConnected: Bool { peer >= 0 }

    /// Accepts and reads what waits, up to some milliseconds.
    package func step(waitMillis: Int32) {
        var waits = [
            pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
            pollfd(fd: peer, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waits, 2, waitMillis) > 0 else { return }
        if waits[0].revents != 0 { acceptConsole() }
        if waits[1].revents != 0 { readConsole() }
    }

    package func send(_ message: WireFromStation) {
        send(bytes: message.encoded)
    }

    package func send(bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count, peer >= 0 {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Sends what changed since the frame sent last.
    package func show(_ frame: Frame) {
        send(.frame(WireFrame(frame, since: shown)))
        shown = frame
    }

    package func hangUp() {
        if peer >= 0 { close(peer) }
        peer = -1
    }

    private func acceptConsole() {
        hangUp()
        peer = accept(listener, nil, nil)
        decoder = WireDecoder()
        shown = nil
        connections += 1
    }

    private func readConsole() {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { recv(peer, $0.baseAddress, $0.count, 0) }
        guard count > 0 else {
            hangUp()
            return
        }
        decoder.append(buffer[..<count])
        do {
            while let message = try decoder.next() { received.append(message) }
        } catch {
            preconditionFailure("a console sent what no station can read: \(error.text)")
        }
    }
}
