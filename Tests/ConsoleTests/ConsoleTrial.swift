import Canvas
import Glibc
import TestSupport
import Testing

/// One console on a real pseudo-terminal, and the station it talks to.
final class ConsoleTrial {
    let home: String
    let terminal: PseudoTerminal
    private var standIn: StandInStation?

    static let program: String = {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), raw.count) } ?? -1
        }
        let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/console-probe"
    }()

    static let usual = [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin", "VIGIL_IDLE_MARKER": "1",
        "LOGNAME": "ada",
    ]

    /// Starts a console; a variable that is given as "" is left out of its environment.
    init(_ changes: [String: String] = [:], columns: Int = 80, rows: Int = 24, hasStation: Bool = true) {
        var template = Array("/tmp/vigil-console-XXXXXX".utf8CString)
        home = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
        }
        if hasStation { standIn = StandInStation(home: home) }
        var environment = Self.usual
        environment["VIGIL_HOME"] = home
        for (name, value) in changes { environment[name] = value.isEmpty ? nil : value }
        terminal = PseudoTerminal([Self.program], environment: environment, columns: columns, rows: rows)
    }

    deinit {
        for folder in [home + "/crashes", home] {
            guard let stream = opendir(folder) else { continue }
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { unlink(folder + "/" + name) }
            }
            closedir(stream)
            rmdir(folder)
        }
    }

    var station: StandInStation {
        guard let standIn else { preconditionFailure("this trial has no station of its own") }
        return standIn
    }

    /// Serves both sides until a condition holds; false when the deadline came first.
    func wait(seconds: Int = 20, until isMet: () -> Bool) -> Bool {
        let deadline = PseudoTerminal.now() + seconds * 1000
        while !isMet() {
            guard PseudoTerminal.now() < deadline else { return false }
            standIn?.step(waitMillis: 0)
            terminal.pump(waitMillis: 2)
        }
        return true
    }

    /// Waits for the console's greeting.
    func greeted(_ connections: Int = 1) throws -> WireHello {
        let isGreeted = wait { station.connections >= connections && station.hello != nil }
        try #require(isGreeted, "the console did not say hello; its screen:\n\(terminal.screen.text)")
        return try #require(station.hello)
    }

    /// Sends a frame and waits until it stands on the screen whole.
    func show(_ frame: Frame) throws {
        let before = terminal.settledFrames
        station.show(frame)
        try #require(wait { terminal.settledFrames > before }, "the frame was not painted")
    }

    /// Types bytes and returns the keys that came of them.
    func keys(_ bytes: String, count: Int) -> [Key] {
        let before = station.keys.count
        terminal.type(bytes)
        _ = wait { station.keys.count >= before + count }
        return Array(station.keys[before...])
    }

    /// Waits for the console's end and returns its exit status, negative for a signal.
    func ended(isReading: Bool = true) throws -> Int {
        let status = try #require(
            terminal.waitForEnd(isReading: isReading),
            "the console did not end; its screen:\n\(terminal.screen.text)"
        )
        let signal = Int(status & 0x7F)
        return signal == 0 ? Int(status >> 8) & 0xFF : -signal
    }

    /// The names of the files in the home's folder of crashes, and their text.
    var crashReports: String {
        var text = ""
        guard let stream = opendir(home + "/crashes") else { return "" }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix("."), let file = fopen("\(home)/crashes/\(name)", "r") else { continue }
            defer { fclose(file) }
            var buffer = [UInt8](repeating: 0, count: 100_000)
            let count = fread(&buffer, 1, buffer.count, file)
            text += "== \(name)\n" + String(decoding: buffer[..<count], as: UTF8.self)
        }
        return text
    }
}
