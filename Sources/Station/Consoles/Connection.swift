import Canvas
import Glibc

/// A console's socket: messages in, and what of the newest picture still has to go out.
final class Connection {
    let descriptor: Int32
    let id: ConsoleID
    /// Whether it has said hello; before that it is shown nothing.
    var isGreeted = false
    /// Set once it is told good-bye: nothing more is read, and it is closed when that is out.
    var isEnding = false
    private(set) var isClosed = false
    private var decoder = WireDecoder<WireFromConsole>()
    private var outgoing: [UInt8] = []
    private var sentCount = 0
    /// What the console shows once it has read everything it was sent.
    private var shown: Frame?
    private var title: String?
    private var bells = 0

    init(descriptor: Int32, id: ConsoleID) {
        self.descriptor = descriptor
        self.id = id
    }

    deinit { close(descriptor) }

    var hasOutgoing: Bool { sentCount < outgoing.count }

    /// Whether it has read what it was sent, so that a new picture may be drawn for it.
    ///
    /// A console that does not drain is sent nothing more, and the newest picture when it does.
    var isReady: Bool { isGreeted && !isEnding && !isClosed && !hasOutgoing }

    /// Reads what has come; garbage, an error and the end all close this connection and no other.
    func receive() -> [WireFromConsole] {
        var chunk = [UInt8](repeating: 0, count: 16384)
        var messages: [WireFromConsole] = []
        do throws(WireError) {
            // One console may not keep the others waiting: what is left is read in the next round.
            for _ in 0..<4 {
                let count = recv(descriptor, &chunk, chunk.count, 0)
                if count < 0, errno == EINTR { continue }
                if count < 0, errno == EAGAIN { break }
                guard count > 0 else {
                    isClosed = true
                    break
                }
                decoder.append(chunk[..<count])
                while let message = try decoder.next() { messages.append(message) }
            }
        } catch {
            say(goodbye: "This console \(error.text): start it again.")
        }
        return messages
    }

    /// Sends what changed since the last picture; nothing where nothing did.
    func show(_ frame: Frame, title: String) {
        if title != self.title {
            self.title = title
            outgoing += WireFromStation.title(title).encoded
        }
        let change = WireFrame(frame, since: shown)
        if !change.isEmpty(since: shown) {
            outgoing += WireFromStation.frame(change).encoded
            shown = frame
        }
        flush()
    }

    /// Rings; while the console does not drain, bells are counted and not piled up.
    func ring() {
        bells = min(3, bells + 1)
        if isReady { flush() }
    }

    /// Tells the console to end and why; an empty reason is an end it asked for.
    func say(goodbye reason: String) {
        guard !isEnding else { return }
        isEnding = true
        // What is half sent must go out whole, or the reason could not be read.
        outgoing += WireFromStation.goodbye(reason: reason).encoded
        flush()
    }

    /// Gives the connection up without a word: the other end has gone.
    func abandon() {
        isClosed = true
    }

    /// Sends as much as the socket takes.
    func flush() {
        if bells > 0, !hasOutgoing || sentCount == 0 {
            outgoing += WireFromStation.bell(bells).encoded
            bells = 0
        }
        while hasOutgoing {
            let count = outgoing[sentCount...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count > 0 else {
                isClosed = true
                return
            }
            sentCount += count
        }
        outgoing.removeAll(keepingCapacity: true)
        sentCount = 0
        if isEnding { isClosed = true }
    }
}
