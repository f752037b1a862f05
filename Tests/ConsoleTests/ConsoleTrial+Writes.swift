import Glibc
import TestSupport
import Testing

extension ConsoleTrial {
    /// How many write calls the console has made, as the kernel counts them.
    func writeCalls() throws -> Int {
        let file = try #require(fopen("/proc/\(terminal.pid)/io", "r"))
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, file)
        let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("syscw:") })
        return try #require(Int(line.dropFirst(7)))
    }

    /// Waits, without reading its terminal, until the console hangs in a write to it.
    func waitForStuckWrite() -> Bool {
        let deadline = PseudoTerminal.now() + 20_000
        #if arch(x86_64)
        let writeCall = 1
        #else
        let writeCall = 64
        #endif
        var seen = 0
        while PseudoTerminal.now() < deadline {
            let call = firstLine(of: "/proc/\(terminal.pid)/syscall")
            // The same call on the terminal's descriptor many times over: it does not go on.
            seen = call.hasPrefix("\(writeCall) ") ? seen + 1 : 0
            if seen > 100 { return true }
            poll(nil, 0, 1)
        }
        return false
    }

    private func firstLine(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
