import Glibc

/// What a process has cost so far, as the kernel counts it.
struct ProcessCost {
    let pid: pid_t
    /// Processor time in hundredths of a second.
    let ticks: Int
    /// Calls of write, whatever they wrote to; nil where the kernel does not tell.
    let writes: Int?

    init(of pid: pid_t) {
        self.pid = pid
        let status = ProcessFile.text("/proc/\(pid)/stat")
        let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
        // After the name in brackets: field 14 is user time, 15 is system time, counted from 1 with pid and name.
        ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
        writes = Self.number("syscw:", in: "/proc/\(pid)/io")
    }

    /// Resident memory in megabytes.
    static func residentMegabytes(_ pid: pid_t) -> Double {
        Double(number("VmRSS:", in: "/proc/\(pid)/status") ?? 0) / 1024
    }

    private static func number(_ name: String, in path: String) -> Int? {
        let line = ProcessFile.text(path).split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.dropFirst(name.count).filter(\.isNumber)) }
    }
}
