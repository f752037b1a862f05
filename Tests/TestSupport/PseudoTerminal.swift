import CPlatform
import Glibc

/// A program on a real pseudo-terminal: its controlling terminal, with a session of its own.
///
/// Its bytes go to a `VirtualScreen`, and the answers of that go back. Everything happens in the calls; there is no
/// thread behind it.
package final class PseudoTerminal {
    package let screen: VirtualScreen
    package let pid: Int32
    /// Everything the program wrote.
    package private(set) var output: [UInt8] = []
    /// Whether the other side was closed.
    package private(set) var isClosed = false
    /// The program's wait status, once it ended.
    package private(set) var status: Int32?
    /// Whether the terminal says that it can hold back its picture (private mode 2026), which libvterm cannot.
    package var claimsSynchronizedOutput = false
    private(set) var master: Int32
    private let slaveName: String

    /// Starts a program with exactly these arguments, the first its path, and exactly this environment.
    package init(_ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24) {
        screen = VirtualScreen(columns: columns, rows: rows)
        var name = [CChar](repeating: 0, count: 128)
        master = vigil_pty_open(&name, 128, UInt16(rows), UInt16(columns))
        precondition(master >= 0, "no pseudo-terminal: errno \(errno)")
        let slave = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        slaveName = slave
        pid = Self.spawn(arguments, environment.map { "\($0.key)=\($0.value)" }, slave)
    }

    deinit {
        if master >= 0 { close(master) }
        if status == nil {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
    }

    /// The descriptor to wait on beside others; -1 once closed.
    package var descriptor: Int32 { isClosed ? -1 : master }

    package func type(_ text: String) {
        type(Array(text.utf8))
    }

    package func type(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count, !isClosed {
            let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            sent += count
        }
    }

    package func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        _ = vigil_tty_resize(master, UInt16(rows), UInt16(columns))
    }

    /// Closes the terminal's window: the program sees a hang-up.
    package func hangUp() {
        guard master >= 0 else { return }
        close(master)
        master = -1
        isClosed = true
    }

    package func send(signal: Int32) {
        kill(pid, signal)
    }

    /// Takes what the program wrote, waiting for it up to some milliseconds; true when something came.
    @discardableResult
    package func pump(waitMillis: Int32) -> Bool {
        guard !isClosed else { return false }
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, waitMillis) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { return false }
        guard count > 0 else {
            isClosed = true
            return false
        }
        output += buffer[..<count]
        Watching.show(buffer[..<count])
        let answer = screen.take(Array(buffer[..<count]))
        if !answer.isEmpty { type(claimsSynchronizedOutput ? Self.claiming(answer) : answer) }
        return true
    }

    /// The answer with its "mode unknown" made "mode known and off".
    private static func claiming(_ answer: [UInt8]) -> [UInt8] {
        let unknown = Array("\u{1B}[?2026;0$y".utf8)
        guard answer.starts(with: unknown) else { return answer }
        return Array("\u{1B}[?2026;2$y".utf8) + answer.dropFirst(unknown.count)
    }

    /// Takes what the program writes until a condition holds; false when the deadline came first.
    package func wait(seconds: Int = 20, until isMet: () -> Bool) -> Bool {
        let deadline = Self.now() + seconds * 1000
        while !isMet() {
            guard Self.now() < deadline else { return false }
            if isClosed { poll(nil, 0, 5) } else { pump(waitMillis: 20) }
        }
        return true
    }

    /// Waits for the program's end; nil when it did not come.
    ///
    /// A terminal that does not read meanwhile is like a line that stands still.
    package func waitForEnd(seconds: Int = 20, isReading: Bool = true) -> Int32? {
        let deadline = Self.now() + seconds * 1000
        while !reap(), Self.now() < deadline {
            if isReading, !isClosed { pump(waitMillis: 20) } else { poll(nil, 0, 5) }
        }
        while isReading, pump(waitMillis: 0) {}
        return status
    }

    /// How many frames a console said were complete, by its idle marker.
    package var settledFrames: Int {
        count(of: "\u{1B}]777;idle;")
    }

    /// How often a text stands in everything written so far.
    package func count(of text: String) -> Int {
        let pattern = Array(text.utf8)
        var found = 0
        var index = 0
        while index + pattern.count <= output.count {
            if output[index] == pattern[0], output[index..<(index + pattern.count)].elementsEqual(pattern) {
                found += 1
                index += pattern.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The terminal's settings now: whether lines are edited and typing is echoed, as a shell needs them.
    package var isSane: Bool {
        var settings = termios()
        guard tcgetattr(master, &settings) == 0 else { return false }
        return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    package static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private func reap() -> Bool {
        if status != nil { return true }
        var value: Int32 = 0
        guard waitpid(pid, &value, WNOHANG) == pid else { return false }
        status = value
        return true
    }

    private static func spawn(_ arguments: [String], _ environment: [String], _ slave: String) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads that run tests block signals, and a program inherits that.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let setsid: Int16 = 0x80
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | setsid)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &words, &variables)
        precondition(code == 0, "\(arguments[0]) could not be started: errno \(code)")
        return pid
    }
}
