import Canvas
import Glibc
import Station

/// A console's end of the socket: says hello, presses keys, and puts together what it is sent.
final class TestConsole {
    let descriptor: Int32
    private(set) var frame: Frame?
    private(set) var bytesReceived = 0
    private(set) var goodbye: String?
    private(set) var isEnded = false
    private(set) var bells = 0
    private var decoder = WireDecoder<WireFromStation>()

    static let size = Size(columns: 80, rows: 24)

    /// Connects; `smallBuffer` makes the socket hold little, as a slow line does.
    init(_ home: StationHome, smallBuffer: Bool = false) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        if smallBuffer {
            var size: Int32 = 2048
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: home.socketPath.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw StationError(what: "no station at \(home.socketPath)", cure: "start one") }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit { close(descriptor) }

    func sayHello(userName: String = "test") {
        send(
            .hello(
                WireHello(size: Self.size, glyphs: .unicode, colors: .indexed, terminal: "pts/0", userName: userName)
            )
        )
    }

    func press(_ key: Key) { send(.key(key)) }

    func send(_ message: WireFromConsole) { send(bytes: message.encoded) }

    func send(bytes: [UInt8]) {
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads what has come.
    func read() {
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count == 0 { isEnded = true }
            guard count > 0 else { return }
            bytesReceived += count
            decoder.append(chunk[..<count])
            while let message = try? decoder.next() { take(message) }
        }
    }

    var text: String {
        guard let frame else { return "" }
        return (0..<frame.size.rows).map(frame.row).joined(separator: "\n")
    }

    private func take(_ message: WireFromStation) {
        switch message {
        case .frame(let change): frame = change.applied(to: frame)
        case .bell(let count): bells += count
        case .title: break
        case .goodbye(let reason): goodbye = reason
        }
    }
}
