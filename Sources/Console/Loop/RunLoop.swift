import Canvas
import Glibc

/// The console's one thread: waits for the terminal, for signals and for the station, and never for two at once.
struct RunLoop {
    enum Connection {
        case open(StationLink)
        /// The station stopped; it was started again and is asked until it answers.
        case away(since: Int)
    }

    let terminal: Terminal
    var connection: Connection
    var station: StationProcess
    let traits: TerminalTraits
    var decoder = KeyDecoder()
    /// The frame as the station sent it.
    var frame: Frame?
    var needsPaint = false
    var ending: Ending?
    /// When a resize is taken to be over; a window that is being dragged sends dozens.
    private var resizeAt: Int?
    /// When an unfinished key is given up.
    private var keyLimit: Int?
    private var emptyReads = 0

    private static let resizeMillis = 15
    private static let keyLimitMillis = 100
    private static let reconnectMillis = 10

    init(
        _ terminal: Terminal,
        _ link: StationLink,
        _ station: StationProcess,
        _ traits: TerminalTraits
    ) {
        self.terminal = terminal
        self.connection = .open(link)
        self.station = station
        self.traits = traits
    }

    mutating func run() -> Ending {
        sayHello()
        while true {
            if let ending { return ending }
            var waits = [
                pollfd(fd: Terminal.input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: terminal.signalPipe, events: Int16(POLLIN), revents: 0),
                socketWait(),
            ]
            let count = poll(&waits, nfds_t(waits.count), timeout())
            if count < 0 && errno != EINTR {
                return .failed(.system(call: "poll", thing: "terminal and station", code: errno))
            }
            takeSignals()
            if count > 0 {
                takeKeys(waits[0].revents)
                takeStation(waits[2].revents)
            }
            tick(monotonicMillis())
            if needsPaint, ending == nil { paint() }
        }
    }

    private func socketWait() -> pollfd {
        switch connection {
        case .open(let link):
            let events = POLLIN | (link.hasOutgoing ? POLLOUT : 0)
            return pollfd(fd: link.fd, events: Int16(events), revents: 0)
        case .away: return pollfd(fd: -1, events: 0, revents: 0)
        }
    }

    private func timeout() -> Int32 {
        let now = monotonicMillis()
        var limits = [resizeAt, keyLimit].compactMap { $0 }.map { $0 - now }
        if case .away = connection { limits.append(Self.reconnectMillis) }
        return Int32(limits.min().map { max(0, $0) } ?? -1)
    }

    private mutating func takeSignals() {
        var buffer = [UInt8](repeating: 0, count: 64)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(terminal.signalPipe, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            for byte in buffer[..<count] {
                switch Int32(byte) {
                case SIGWINCH: resizeAt = monotonicMillis() + Self.resizeMillis
                case SIGCONT:
                    terminal.resume()
                    resizeAt = monotonicMillis()
                    needsPaint = true
                default: end(by: Int32(byte))
                }
            }
        }
    }

    private mutating func end(by signal: Int32) {
        if case .open(let link) = connection { _ = link.send(.bye) }
        ending = ending ?? .signal(signal)
    }

    private mutating func takeKeys(_ events: Int16) {
        let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
        guard events & gone == 0 else {
            end(by: SIGHUP)
            return
        }
        guard events & Int16(POLLIN) != 0 else { return }
        let keys = terminal.read(into: &decoder)
        keyLimit = decoder.isUnfinished ? monotonicMillis() + Self.keyLimitMillis : nil
        // A terminal that is always ready and never gives anything is gone, even where nothing says so.
        emptyReads = keys.isEmpty && !decoder.isUnfinished ? emptyReads + 1 : 0
        let mostEmptyReads = 200
        guard emptyReads < mostEmptyReads else {
            end(by: SIGHUP)
            return
        }
        for key in keys { press(key) }
    }

    /// What is due by time alone.
    private mutating func tick(_ now: Int) {
        if let limit = keyLimit, now >= limit {
            keyLimit = nil
            if let key = decoder.settle(isLate: true) { press(key) }
        }
        if let limit = resizeAt, now >= limit {
            resizeAt = nil
            let old = terminal.size
            terminal.adoptSize()
            if terminal.size != old { send(.resize(terminal.size)) }
            needsPaint = true
        }
        if case .away(let since) = connection { reconnect(since, now) }
    }

    private mutating func paint() {
        needsPaint = false
        switch connection {
        case .open:
            if let frame { terminal.paint(frame) }
        case .away: terminal.paint(AwayScreen.frame(over: frame, size: terminal.size))
        }
    }
}
