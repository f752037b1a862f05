import Glibc
import TestSupport
import Testing

/// The program as it ships, its system calls failed or its process killed by `strace` at one call after the other.
///
/// `strace` counts calls for each thread by itself, so one session runs, and how often a fault fired is compared with
/// what a run without faults would have had.
@Suite struct `The program under strace` {
    private static let sample = Sweep.count(2, whole: 400)
    private static let words = ["--chairs", "1", "--sessions", "1", "--seed", "11", "--acks"]
    private static let calls = "trace=pwrite64,fdatasync,fsync,rename"

    private static let strace: String? = ["/usr/bin/strace", "/bin/strace"].first { (path: String) in
        access(path, X_OK) == 0
    }

    /// Whether strace is there and may watch a child of its own.
    private static let canTrace: Bool = {
        guard let strace else { return false }
        let words = ["-f", "-o", "/dev/null", "-e", "trace=fdatasync", "/bin/true"]
        let program = RunningProgram(words, environment: ["PATH": "/usr/bin:/bin"], program: strace)
        return program.waitForEnd() == 0
    }()

    private struct Run {
        var exitCode: Int?
        var acks: Acknowledgements
        var complaint: String
        /// Calls by thread, and how many of them were tampered with.
        var calls: [Substring: Int]
        var fired: Int
    }

    /// How often the busiest thread of a run without faults makes each call, counted once.
    private static let busiest = Result {
        var counts: [String: Int] = [:]
        for syscall in ["pwrite64", "fdatasync", "rename"] {
            let whole = try run(Clinic(), syscall, inject: nil)
            #expect(whole.exitCode == 0 && whole.fired == 0, "\(whole.complaint)")
            counts[syscall] = whole.calls.values.max() ?? 0
        }
        return counts
    }

    private static func run(_ clinic: Clinic, _ syscall: String, inject: String?) throws -> Run {
        let log = clinic.scratch("trace")
        var arguments = ["-f", "-o", log, "-e", calls]
        if let inject { arguments += ["-e", "inject=\(syscall):\(inject)"] }
        arguments += [Program.path, "simulate", "--home", clinic.home] + words
        let program = RunningProgram(arguments, environment: clinic.environment, program: try #require(strace))
        let code = program.waitForEnd()
        var byThread: [Substring: Int] = [:]
        var fired = 0
        for line in Clinic.text(log).split(separator: "\n") {
            guard let thread = line.split(separator: " ").first, line.contains(" \(syscall)(") else { continue }
            byThread[thread, default: 0] += 1
            if line.contains("(INJECTED)") { fired += 1 }
        }
        return Run(
            exitCode: code,
            acks: Acknowledgements(program.text),
            complaint: program.complaint,
            calls: byThread,
            fired: fired
        )
    }

    /// Points from the first call of a thread to the last of the busiest.
    private static func points(upTo count: Int) -> [Int] {
        guard count > sample else { return Array(1...max(1, count)) }
        return (0..<sample).map { 1 + $0 * (count - 1) / (sample - 1) }
    }

    @Test(
        .enabled(if: canTrace, "strace is not here, or may not trace: apt-get install strace"),
        arguments: ["pwrite64", "fdatasync", "rename"]
    )
    func `killed at any call loses nothing acknowledged`(syscall: String) throws {
        let most = try #require(try Self.busiest.get()[syscall])
        var killed = 0
        for point in Self.points(upTo: most) {
            let clinic = Clinic()
            let run = try Self.run(clinic, syscall, inject: "signal=SIGKILL:when=\(point)")
            if run.exitCode != 0 { killed += 1 }
            try run.acks.expectAllIn(home: clinic.home, "\(syscall) \(point)")
            let next = clinic.run(["simulate", "--home", clinic.home] + Self.words)
            #expect(next.exitCode == 0, "\(syscall) \(point): \(next.complaint)")
            try run.acks.expectAllIn(home: clinic.home, "after \(syscall) \(point)")
            let verified = clinic.run(["verify", clinic.home])
            #expect(verified.exitCode == 10, "\(syscall) \(point): \(verified.text)")
        }
        print("strace: \(syscall), \(most) calls of the busiest thread, killed \(killed) times")
        #expect(killed > 0)
    }

    @Test(
        .enabled(if: canTrace, "strace is not here, or may not trace: apt-get install strace"),
        arguments: ["pwrite64", "fdatasync"],
        ["EIO", "ENOSPC"]
    )
    func `failed at any call loses nothing acknowledged`(syscall: String, code: String) throws {
        let most = try #require(try Self.busiest.get()[syscall])
        var fired = 0
        for point in Self.points(upTo: most) {
            let clinic = Clinic()
            let run = try Self.run(clinic, syscall, inject: "error=\(code):when=\(point)")
            fired += run.fired
            // No thread is failed more than once, and only threads that come so far are.
            #expect(run.fired <= run.calls.values.count { $0 >= point }, "\(syscall) \(point)")
            try run.acks.expectAllIn(home: clinic.home, "\(syscall) \(code) \(point)")
            let next = clinic.run(["simulate", "--home", clinic.home] + Self.words)
            #expect(next.exitCode == 0, "\(syscall) \(code) \(point): \(next.complaint)")
            try run.acks.expectAllIn(home: clinic.home, "after \(syscall) \(code) \(point)")
            let verified = clinic.run(["verify", clinic.home])
            #expect(verified.exitCode == 10, "\(syscall) \(code) \(point): \(verified.text)\(verified.complaint)")
        }
        print("strace: \(syscall) \(code), \(most) calls of the busiest thread, \(fired) faults fired")
        #expect(fired >= Self.points(upTo: most).count / 2)
    }
}
