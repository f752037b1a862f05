import EventLog
import Glibc
import TestSupport

/// A station's home for one test, with a clock that the test sets forward, and all that was started in it.
///
/// Everything is ended and removed when nobody holds it any more. The station's clock is the real one plus the seconds
/// in a file, so that two hours of observation pass at once.
final class Clinic {
    let home: String
    private let root: String
    private(set) var secondsAhead = 0

    init() {
        var template = Array("/tmp/vigil-clinic-XXXXXX".utf8CString)
        root = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
        }
        home = root + "/home"
        writeClock()
    }

    deinit {
        endStations()
        Self.remove(root)
    }

    var environment: [String: String] {
        Program.environment(home: home, ["VIGIL_CLOCK": clockPath])
    }

    /// A person at a console on this station, or on that of another home.
    ///
    /// `shell` is what a shell does in the console's process before it becomes the console.
    func console(
        columns: Int = 80,
        rows: Int = 24,
        login: String = "ada",
        home: String? = nil,
        after shell: String = ""
    ) -> Nurse {
        var variables = environment
        variables["LOGNAME"] = login
        if let home { variables["VIGIL_HOME"] = home }
        let words = shell.isEmpty ? [Program.path] : ["/bin/sh", "-c", "\(shell) && exec \(Program.path)"]
        return Nurse(PseudoTerminal(words, environment: variables, columns: columns, rows: rows))
    }

    /// A path for the test's own files, outside the home.
    func scratch(_ name: String) -> String { root + "/" + name }

    /// A folder under the home and all between, the outermost first.
    func foldersDown(to folder: String) -> [String] {
        let parts = folder.dropFirst(home.count).split(separator: "/")
        return parts.indices.map { home + "/" + parts[...$0].joined(separator: "/") }
    }

    /// Runs a command of the program in this home, to its end.
    func run(_ arguments: [String]) -> RunningProgram {
        let program = RunningProgram(arguments, environment: environment)
        _ = program.waitForEnd()
        return program
    }

    /// Lets the station's time pass at once.
    func pass(minutes: Int = 0, seconds: Int = 0) {
        secondsAhead += minutes * 60 + seconds
        writeClock()
    }

    /// The processes that serve this home.
    var stations: [pid_t] {
        let disk = SystemDisk()
        return ((try? disk.list("/proc")) ?? []).compactMap { pid_t($0) }.filter { pid in
            let words = Self.text("/proc/\(pid)/cmdline").split(separator: "\0")
            return words.contains("serve") && words.contains(Substring(home)) && !Self.isDead(pid)
        }
    }

    /// Ends all stations of this home in order, or with force where that takes too long.
    func endStations() {
        let begin = PseudoTerminal.now()
        while !stations.isEmpty {
            let isPatient = PseudoTerminal.now() - begin < 10_000
            for pid in stations { kill(pid, isPatient ? SIGTERM : SIGKILL) }
            poll(nil, 0, 20)
        }
    }

    /// The folders of all sessions, the oldest first.
    var sessions: [String] {
        let disk = SystemDisk()
        var folders = [home + "/sessions"]
        for _ in 0..<4 {
            folders = folders.flatMap { folder in ((try? disk.list(folder)) ?? []).map { "\(folder)/\($0)" } }
        }
        return folders.sorted()
    }

    static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

    static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { preconditionFailure("\(path) cannot be written: errno \(errno)") }
        fputs(text, file)
        fclose(file)
    }

    private var clockPath: String { root + "/clock" }

    /// Written beside and renamed, so that the station never reads half a number.
    private func writeClock() {
        Self.write("\(secondsAhead)\n", to: clockPath + ".new")
        rename(clockPath + ".new", clockPath)
    }

    /// Whether only its parent has not taken note of its end.
    private static func isDead(_ pid: pid_t) -> Bool {
        let state = text("/proc/\(pid)/stat")
        guard let name = state.lastIndex(of: ")") else { return true }
        return state[name...].dropFirst(2).first == "Z"
    }

    private static func remove(_ path: String) {
        let disk = SystemDisk()
        for name in (try? disk.list(path)) ?? [] {
            let inner = "\(path)/\(name)"
            if case .directory? = try? disk.item(at: inner) { remove(inner) } else { unlink(inner) }
        }
        rmdir(path)
    }
}
