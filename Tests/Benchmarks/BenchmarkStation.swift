import EventLog
import Glibc
import TestSupport

/// The real program on one home: its station, and consoles on pseudo-terminals.
struct BenchmarkStation {
    let home: String
    let program: String
    /// The surname that stands on the screen when all patients do.
    let lastName: String

    init(_ home: BenchmarkHome, program: String) {
        self.home = home.path
        self.program = program
        lastName = home.lastName
    }

    static func program() throws(BenchmarkError) -> String {
        let path = getenv("VIGIL_BINARY").map { String(cString: $0) } ?? beside("vigil")
        guard access(path, X_OK) == 0 else {
            throw .failed("there is no program at \(path): swift build -c release --product vigil, or set VIGIL_BINARY")
        }
        return path
    }

    /// Starts a console; if no station runs, it starts that too.
    func console(_ size: (columns: Int, rows: Int) = (80, 24), _ more: [String: String] = [:]) -> PseudoTerminal {
        PseudoTerminal([program], environment: environment(more), columns: size.columns, rows: size.rows)
    }

    func environment(_ more: [String: String]) -> [String: String] {
        var variables = [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin", "LOGNAME": "ada",
            "HOME": home, "VIGIL_HOME": home,
        ]
        for (name, value) in more { variables[name] = value }
        return variables
    }

    /// The milliseconds from the start of a console until all patients stand on its screen.
    func millisToFirstFrame(_ size: (columns: Int, rows: Int) = (80, 24)) throws(BenchmarkError) -> Double {
        let watch = Stopwatch()
        let console = console(size)
        try waitForFrame(console)
        let millis = watch.milliseconds
        try leave(console)
        return millis
    }

    func waitForFrame(_ console: PseudoTerminal) throws(BenchmarkError) {
        let isThere = console.wait(seconds: 60) { console.screen.text.contains(lastName) }
        guard isThere else { throw .failed("no frame with all patients came; the screen:\n\(console.screen.text)") }
    }

    func leave(_ console: PseudoTerminal) throws(BenchmarkError) {
        console.type("q")
        guard console.waitForEnd(seconds: 60) == 0 else { throw .failed("a console did not end in order") }
    }

    /// The station's process; nil when none runs.
    var pid: pid_t? {
        for name in (try? SystemDisk().list("/proc")) ?? [] {
            guard let pid = pid_t(name) else { continue }
            let words = ProcessFile.text("/proc/\(pid)/cmdline").split(separator: "\0")
            let state = ProcessFile.text("/proc/\(pid)/stat").split(separator: ")").last?.dropFirst().first
            if words.contains("serve"), words.contains(Substring(home)), state != "Z" { return pid }
        }
        return nil
    }

    /// Ends the station in order and waits until it is gone.
    func end() {
        while let pid {
            kill(pid, SIGTERM)
            poll(nil, 0, 10)
        }
    }

    private static func beside(_ name: String) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), raw.count) } ?? -1
        }
        let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    }
}
