import Glibc
import TestSupport

/// The real program: `VIGIL_BINARY`, else the `vigil` that was built beside these tests.
enum Program {
    static let path: String = {
        if let given = getenv("VIGIL_BINARY") { return String(cString: given) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), raw.count) } ?? -1
        }
        let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/vigil"
    }()

    /// The same program on a disk that fails where `VIGIL_FAULT` says, built beside it.
    static var faultyPath: String {
        path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/vigil-faulty"
    }

    /// An environment in which nothing of the machine's own settings reaches the program.
    static func environment(home: String, _ more: [String: String] = [:]) -> [String: String] {
        var variables = [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin", "LOGNAME": "ada",
            "HOME": home, "XDG_CONFIG_HOME": home + "/config", "VIGIL_HOME": home,
        ]
        for (name, value) in more { variables[name] = value }
        return variables
    }

    /// How many seconds anything may take before a test gives up.
    ///
    /// Machines are slow at times. `VIGIL_PATIENCE` shortens it for whoever writes a test.
    static let patienceSeconds = getenv("VIGIL_PATIENCE").flatMap { Int(String(cString: $0)) } ?? 60
}
