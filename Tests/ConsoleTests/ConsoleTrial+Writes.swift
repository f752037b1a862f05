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
}
