import Glibc
import TestSupport
import Testing

/// Several sessions at once, and one fault at a point counted over all their threads: at every disk call in turn, or a
/// sample of them.
///
/// The program is `vigil-faulty`, which runs the same main on a disk that counts its calls.
@Suite struct `A fault at any disk call of several sessions` {
    private static let sample = Sweep.count(2)
    private static let words = ["--chairs", "4", "--sessions", "5", "--minutes", "150", "--seed", "4", "--acks"]

    private static let isThere = access(Program.faultyPath, X_OK) == 0

    private static func run(_ clinic: Clinic, _ fault: String) -> RunningProgram {
        let environment = clinic.environment.merging(["VIGIL_FAULT": fault]) { $1 }
        let program = RunningProgram(
            ["simulate", "--home", clinic.home] + words,
            environment: environment,
            program: Program.faultyPath
        )
        _ = program.waitForEnd()
        return program
    }

    /// How many disk calls a run without faults makes, counted once.
    private static let callCount = Result {
        let program = run(Clinic(), "count")
        let line = try #require(program.complaint.split(separator: "\n").last { $0.hasPrefix("disk calls: ") })
        return try #require(Int(line.dropFirst("disk calls: ".count)))
    }

    /// Points spread over the whole run, the same number for every fault.
    private static func points(upTo count: Int) -> [Int] {
        guard count > sample else { return Array(1...count) }
        var random = SeededRandom("fault points")
        return (0..<sample).map { count * $0 / sample + Int.random(in: 1...max(1, count / sample), using: &random) }
    }

    @Test(.enabled(if: isThere, "vigil-faulty is not built beside vigil: swift build --product vigil-faulty"))
    func `that kills the station loses nothing acknowledged`() throws {
        let count = try Self.callCount.get()
        var acknowledged = 0
        for point in Self.points(upTo: count) {
            let clinic = Clinic()
            let killed = Self.run(clinic, "kill@\(point)")
            // Threads take turns otherwise each time: a late point may lie beyond a run's last call.
            if killed.exitCode != -9 { continue }
            let acks = Acknowledgements(killed.text)
            acknowledged += acks.count
            try acks.expectAllIn(home: clinic.home, "kill@\(point)")
            let next = Self.run(clinic, "none")
            #expect(next.exitCode == 0, "kill@\(point): \(next.complaint)")
            try acks.expectAllIn(home: clinic.home, "after kill@\(point)")
            let verified = clinic.run(["verify", clinic.home])
            #expect(verified.exitCode == 10, "kill@\(point): \(verified.text)")
        }
        print("fault points: kill, \(count) calls, \(acknowledged) acknowledged events looked for")
        #expect(acknowledged > 0)
    }

    @Test(
        .enabled(if: isThere, "vigil-faulty is not built beside vigil: swift build --product vigil-faulty"),
        arguments: ["EIO", "ENOSPC"]
    )
    func `that fails once is got over, and nothing acknowledged is lost`(code: String) throws {
        let count = try Self.callCount.get()
        for point in Self.points(upTo: count) {
            let clinic = Clinic()
            let failed = Self.run(clinic, "\(code)@\(point)")
            let acks = Acknowledgements(failed.text)
            try acks.expectAllIn(home: clinic.home, "\(code)@\(point)")
            let next = Self.run(clinic, "none")
            #expect(next.exitCode == 0, "\(code)@\(point): \(next.complaint)")
            try acks.expectAllIn(home: clinic.home, "after \(code)@\(point)")
            let verified = clinic.run(["verify", clinic.home])
            #expect(verified.exitCode == 10, "\(code)@\(point): \(verified.text)\(verified.complaint)")
        }
    }

    @Test(
        .enabled(if: isThere, "vigil-faulty is not built beside vigil: swift build --product vigil-faulty"),
        arguments: ["EIO", "ENOSPC"]
    )
    func `from which on everything fails loses nothing acknowledged, and says so`(code: String) throws {
        let count = try Self.callCount.get()
        for point in Self.points(upTo: count) {
            let clinic = Clinic()
            let failed = Self.run(clinic, "\(code)@\(point)+")
            #expect(failed.exitCode != 0 || point > count * 9 / 10, "\(code)@\(point)+ was not said")
            let acks = Acknowledgements(failed.text)
            try acks.expectAllIn(home: clinic.home, "\(code)@\(point)+")
            let next = Self.run(clinic, "none")
            #expect(next.exitCode == 0, "\(code)@\(point)+: \(next.complaint)")
            try acks.expectAllIn(home: clinic.home, "after \(code)@\(point)+")
        }
    }
}
