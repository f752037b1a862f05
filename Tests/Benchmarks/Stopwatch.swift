import Glibc

/// Nanoseconds by a clock that nobody sets.
struct Stopwatch {
    private let begin: UInt64

    init() {
        begin = Self.now()
    }

    var nanoseconds: UInt64 { Self.now() - begin }
    var microseconds: Double { Double(nanoseconds) / 1000 }
    var milliseconds: Double { Double(nanoseconds) / 1_000_000 }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
