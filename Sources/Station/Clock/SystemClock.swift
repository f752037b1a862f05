import Glibc
package import Journal

/// The clocks of the machine.
package struct SystemClock: Clock {
    private let boot: String
    package var speed: Int { 1 }
    package var isMachine: Bool { true }

    package init() {
        boot = Self.readBootID()
    }

    package func now() -> ClockReading {
        ClockReading(boot: boot, bootMicros: Self.bootMicros(), utcMicros: Self.micros(CLOCK_REALTIME))
    }

    /// CLOCK_BOOTTIME, which goes on while the machine is suspended.
    static func bootMicros() -> Int64 { micros(CLOCK_BOOTTIME) }

    private static func micros(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        let result = clock_gettime(clock, &time)
        precondition(result == 0, "a Linux system has CLOCK_REALTIME and CLOCK_BOOTTIME")
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// The kernel's name for this boot; without it every start counts as a boot of its own.
    private static func readBootID() -> String {
        let text = (try? FileText.read("/proc/sys/kernel/random/boot_id", limit: 64)) ?? ""
        let id = text.filter { $0.isHexDigit || $0 == "-" }
        return id.isEmpty ? "unknown-\(getpid())-\(bootMicros())" : id
    }
}
