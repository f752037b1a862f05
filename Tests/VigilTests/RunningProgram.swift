import Glibc
import TestSupport

/// The program without a terminal, with pipes for what it says.
///
/// It is reaped in any case, with force if it still runs when nobody holds this any more.
final class RunningProgram {
    let pid: pid_t
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private(set) var status: Int32?
    private var pipes: [Int32]

    init(_ arguments: [String], environment: [String: String], program: String = Program.path) {
        var out: [Int32] = [0, 0]
        var err: [Int32] = [0, 0]
        precondition(pipe(&out) == 0 && pipe(&err) == 0, "no pipe: errno \(errno)")
        for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        pid = Self.spawn([program] + arguments, environment, out[1], err[1])
        close(out[1])
        close(err[1])
        pipes = [out[0], err[0]]
    }

    deinit {
        for pipe in pipes where pipe >= 0 { close(pipe) }
        if status == nil {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
    }

    /// What it printed, and what it complained.
    var text: String { String(decoding: output, as: UTF8.self) }
    var complaint: String { String(decoding: errors, as: UTF8.self) }

    /// The exit code, negative for a signal; nil while it runs.
    var exitCode: Int? {
        guard let status else { return nil }
        let signal = Int(status & 0x7F)
        return signal == 0 ? Int(status >> 8) & 0xFF : -signal
    }

    func send(signal: Int32) {
        if status == nil { kill(pid, signal) }
    }

    /// Takes what it says, up to some milliseconds, or until it says no more.
    func pump(waitMillis: Int) {
        var waits = pipes.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&waits, nfds_t(waits.count), Int32(waitMillis)) > 0 else { return }
        for (place, wait) in waits.enumerated() where wait.revents != 0 {
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = buffer.withUnsafeMutableBytes { read(wait.fd, $0.baseAddress, $0.count) }
            guard count > 0 else {
                close(wait.fd)
                pipes[place] = -1
                continue
            }
            if place == 0 { output += buffer[..<count] } else { errors += buffer[..<count] }
        }
    }

    /// Takes what it says until a condition holds; false when it ended or time was up before.
    func wait(seconds: Int = Program.patienceSeconds, until isMet: () -> Bool) -> Bool {
        let deadline = PseudoTerminal.now() + seconds * 1000
        while !isMet() {
            guard PseudoTerminal.now() < deadline, hasOpenPipes else { return isMet() }
            pump(waitMillis: 20)
        }
        return true
    }

    /// Waits for its end and takes everything it said; nil if it did not end in time.
    func waitForEnd(seconds: Int = Program.patienceSeconds) -> Int? {
        let deadline = PseudoTerminal.now() + seconds * 1000
        while !reap() || hasOpenPipes {
            guard PseudoTerminal.now() < deadline else { return exitCode }
            if hasOpenPipes { pump(waitMillis: 5) } else { poll(nil, 0, 2) }
            // A child of its own may hold the pipes open; what came until its end is all that counts.
            if status != nil { pumpRest() }
        }
        return exitCode
    }

    private var hasOpenPipes: Bool { pipes.contains { $0 >= 0 } }

    private func pumpRest() {
        var size = -1
        while size != output.count + errors.count {
            size = output.count + errors.count
            pump(waitMillis: 0)
        }
        for place in pipes.indices where pipes[place] >= 0 {
            close(pipes[place])
            pipes[place] = -1
        }
    }

    private func reap() -> Bool {
        if status != nil { return true }
        var value: Int32 = 0
        guard waitpid(pid, &value, WNOHANG) == pid else { return false }
        status = value
        return true
    }

    private static func spawn(_ words: [String], _ environment: [String: String], _ out: Int32, _ err: Int32) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out, 1)
        posix_spawn_file_actions_adddup2(&actions, err, 2)
        let texts = environment.map { "\($0.key)=\($0.value)" }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, words[0], &actions, nil, &arguments, &variables)
        precondition(code == 0, "\(words[0]) could not be started: errno \(code)")
        return pid
    }
}
