import Glibc
import TestSupport

extension TerminalBenchmark {
    /// A whole frame on an empty screen, title included, once console and terminal have agreed on everything else.
    func frameFigures() throws(BenchmarkError) -> [Figure] {
        var figures: [Figure] = []
        for (size, most) in [((columns: 80, rows: 24), 12_000.0), ((columns: 200, rows: 60), 40_000.0)] {
            for (depth, variables) in [("256 colours", [:]), ("24-bit", ["COLORTERM": "truecolor"])] {
                let name = "full frame \(size.columns)x\(size.rows), \(depth)"
                let frame = try wholeFrame(size, variables)
                figures.append(.atMost(most, Double(frame.bytes), unit: "bytes", of: name))
                if let writes = frame.writes {
                    figures.append(.atMost(10, Double(writes), unit: "writes", of: "  its writes"))
                } else {
                    figures.append(.skipped("  its writes", because: "/proc/PID/io is not readable"))
                }
            }
        }
        return figures
    }

    /// What the first frame costs: the station stands still until the console has set up its terminal.
    private func wholeFrame(
        _ size: (columns: Int, rows: Int),
        _ variables: [String: String]
    ) throws(BenchmarkError) -> (bytes: Int, writes: Int?) {
        try waitForStation()
        guard let pid = station.pid else { throw .failed("the station does not run") }
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        let console = station.console(size, variables.merging(["VIGIL_IDLE_MARKER": "1"]) { $1 })
        guard console.wait(seconds: 60, until: { console.count(of: "\u{1B}[?2004h") > 0 }) else {
            throw .failed("a console did not set up its terminal")
        }
        Self.settle(console, quietMillis: 200)
        let before = ProcessCost(of: console.pid).writes
        let bytes = console.output.count
        kill(pid, SIGCONT)
        guard console.wait(seconds: 60, until: { console.settledFrames > 0 }) else {
            throw .failed("no frame came; the screen:\n\(console.screen.text)")
        }
        let after = ProcessCost(of: console.pid).writes
        let marker = "\u{1B}]777;idle;1\u{7}".utf8.count
        let frame = console.output.count - bytes - marker
        try station.leave(console)
        // The marker behind the frame is a write of its own.
        return (frame, before.flatMap { before in after.map { $0 - before - 1 } })
    }

    private func waitForStation() throws(BenchmarkError) {
        if station.pid == nil { try station.leave(station.console()) }
    }

    func memoryFigures() throws(BenchmarkError) -> [Figure] {
        let console = station.console((200, 60))
        try station.waitForFrame(console)
        Self.settle(console, quietMillis: 100)
        guard let pid = station.pid else { throw .failed("the station does not run") }
        let figures: [Figure] = [
            .atMost(60, ProcessCost.residentMegabytes(pid), unit: "MB", of: "memory of the station, 8 live chairs"),
            .atMost(25, ProcessCost.residentMegabytes(console.pid), unit: "MB", of: "memory of a console, 200x60"),
        ]
        try station.leave(console)
        return figures
    }
}
