import Glibc
import TestSupport

extension TerminalBenchmark {
    private static let idleSeconds = 20

    /// A terminal that is idled on: what it can, and what it is allowed.
    private struct Kind {
        var name: String
        var variables: [String: String]
        var isSynchronized = false
        var mostBytes: Double
        var mostWrites: Double
    }

    /// Nobody presses anything; the clock and eight countdowns run.
    func idleFigures() throws(BenchmarkError) -> [Figure] {
        let kinds = [
            Kind(name: "256 colours", variables: [:], mostBytes: 400, mostWrites: 1),
            Kind(name: "24-bit", variables: ["COLORTERM": "truecolor"], mostBytes: 650, mostWrites: 1),
            Kind(
                name: "24-bit, synchronised",
                variables: ["COLORTERM": "truecolor"],
                isSynchronized: true,
                mostBytes: 650,
                mostWrites: 3
            ),
        ]
        var figures: [Figure] = []
        for kind in kinds { figures += try idle(kind) }
        figures.append(try standstill())
        return figures
    }

    private func idle(_ kind: Kind) throws(BenchmarkError) -> [Figure] {
        let console = station.console((80, 24), kind.variables)
        console.claimsSynchronizedOutput = kind.isSynchronized
        try station.waitForFrame(console)
        Self.settle(console, quietMillis: 100)
        guard let pid = station.pid else { throw .failed("the station does not run") }
        let before = [ProcessCost(of: pid), ProcessCost(of: console.pid)]
        let bytes = console.output.count
        let watch = Stopwatch()
        let end = PseudoTerminal.now() + Self.idleSeconds * 1000
        while PseudoTerminal.now() < end { console.pump(waitMillis: Int32(max(1, end - PseudoTerminal.now()))) }
        let seconds = watch.milliseconds / 1000
        let after = [ProcessCost(of: pid), ProcessCost(of: console.pid)]
        let rate = Double(console.output.count - bytes) / seconds
        let percent = Double(after[0].ticks + after[1].ticks - before[0].ticks - before[1].ticks) / seconds
        try station.leave(console)
        var figures: [Figure] = [.atMost(kind.mostBytes, rate, unit: "bytes/s", of: "idle, \(kind.name)")]
        if let first = before[1].writes, let last = after[1].writes {
            // The window may hold one second's tick more than it has seconds.
            let writes = Double(last - first) / (seconds + 1)
            figures.append(.atMost(kind.mostWrites, writes, unit: "writes/s", of: "idle writes, \(kind.name)"))
        } else {
            figures.append(.skipped("idle writes, \(kind.name)", because: "/proc/PID/io is not readable"))
        }
        figures.append(.atMost(1, percent, unit: "%", of: "idle CPU of station and console, \(kind.name)"))
        return figures
    }

    /// A station that stands still changes nothing, and then nothing is written.
    private func standstill() throws(BenchmarkError) -> Figure {
        let console = station.console()
        try station.waitForFrame(console)
        guard let pid = station.pid else { throw .failed("the station does not run") }
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        Self.settle(console, quietMillis: 200)
        let bytes = console.output.count
        let end = PseudoTerminal.now() + 3000
        while PseudoTerminal.now() < end { console.pump(waitMillis: Int32(max(1, end - PseudoTerminal.now()))) }
        let written = console.output.count - bytes
        kill(pid, SIGCONT)
        try station.leave(console)
        return .atMost(0, Double(written), unit: "bytes in 3 s", of: "nothing changes")
    }
}
