import Canvas
import Glibc
import Streams

/// The station as a process that a console starts when nobody answers.
struct StationProcess {
    let home: String
    let arguments: [String]
    /// The station this console started, until it ended.
    private var child: pid_t?
    private var startTimes: [Int] = []

    /// A station reads all its open sessions before it answers; a large one on a slow disk needs seconds.
    static let answerMillis = 15_000
    /// How long to wait for another station that holds the lock, once ours ended by itself.
    private static let graceMillis = 1_000
    private static let mostStarts = 4
    private static let startsWindowMillis = 60_000

    init(home: String, arguments: [String]) {
        self.home = home
        self.arguments = arguments
    }

    /// What the stations started from consoles write to standard error.
    var errorPath: String { home + "/station.err" }

    /// Connects, and starts the station first where nobody answers; waits until it does.
    mutating func reach() throws(ConsoleError) -> StationLink {
        if let link = try StationLink.connect(home: home) { return link }
        try start(at: monotonicMillis())
        let begin = monotonicMillis()
        var endedAt: Int?
        var isTold = false
        while true {
            if let link = try StationLink.connect(home: home) { return link }
            let now = monotonicMillis()
            if endedAt == nil, hasEnded() { endedAt = now }
            if now - begin > Self.answerMillis || endedAt.map({ now - $0 > Self.graceMillis }) ?? false {
                throw .stationSilent(path: errorPath, lastWords: lastWords())
            }
            if !isTold, now - begin > Self.graceMillis {
                isTold = true
                complain("vigil: the station is starting and reads its open sessions")
            }
            poll(nil, 0, 2)
        }
    }

    /// Starts the station in a session of its own, so that a lost terminal does not reach it.
    mutating func start(at now: Int) throws(ConsoleError) {
        startTimes = startTimes.filter { now - $0 < Self.startsWindowMillis }
        guard startTimes.count < Self.mostStarts else {
            throw .stationKeepsStopping(path: errorPath, lastWords: lastWords())
        }
        startTimes.append(now)
        _ = hasEnded()
        CrashGuard.makeFolder(home)
        try checkWritable()
        child = try spawn()
    }

    /// Starts the station where the last try ended without an answer, not more than every second.
    mutating func startAgain(at now: Int) throws(ConsoleError) {
        if let last = startTimes.last, now - last < Self.graceMillis { return }
        try start(at: now)
    }

    /// Whether the station this console started has ended; takes its exit status from the system.
    mutating func hasEnded() -> Bool {
        guard let pid = child else { return true }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) != 0 else { return false }
        child = nil
        return true
    }

    /// The last lines of the station's error file.
    func lastWords() -> String {
        let fd = open(errorPath, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return "" }
        defer { close(fd) }
        let size = lseek(fd, 0, SEEK_END)
        lseek(fd, max(0, size - 2048), SEEK_SET)
        var buffer = [UInt8](repeating: 0, count: 2048)
        let count = buffer.withUnsafeMutableBytes { read(fd, $0.baseAddress, $0.count) }
        let lines = String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: "\n")
        return lines.suffix(5).map { "  " + PlainText.line(String($0)) }.joined(separator: "\n")
    }

    /// Without its error file the station could not even say what stands in its way.
    private func checkWritable() throws(ConsoleError) {
        let file = open(errorPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .homeNotWritable(home, code: errno) }
        close(file)
    }

    private func spawn() throws(ConsoleError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The console's own ways with signals are not the station's.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        let setsid: Int16 = 0x80
        let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | setsid
        posix_spawnattr_setflags(&attributes, flags)

        var words: [UnsafeMutablePointer<CChar>?] = (["vigil"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var pid: pid_t = 0
        let program = CrashGuard.ownProgram()
        let code = posix_spawn(&pid, program, &actions, &attributes, &words, environ)
        guard code == 0 else { throw .system(call: "posix_spawn", thing: program, code: code) }
        return pid
    }
}
