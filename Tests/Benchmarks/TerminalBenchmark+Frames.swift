import Glibc
import TestSupport

extension TerminalBenchmark {
    /// A whole frame on an empty screen, with everything a console says to a terminal when it starts.
    func frameFigures() throws(BenchmarkError) -> [Figure] {
        var figures: [Figure] = []
        for (size, most) in [((columns: 80, rows: 24), 12_000.0), ((columns: 200, rows: 60), 40_000.0)] {
            let name = "\(size.columns)x\(size.rows)"
            for (depth, variables) in [("256 colours", [:]), ("24-bit", ["COLORTERM": "truecolor"])] {
                let console = station.console(size, variables.merging(["VIGIL_IDLE_MARKER": "1"]) { $1 })
                let isThere = console.wait(seconds: 60) { console.settledFrames > 0 }
                guard isThere else { throw .failed("no frame came; the screen:\n\(console.screen.text)") }
                let writes = ProcessCost(of: console.pid).writes
                figures.append(
                    .atMost(most, Double(console.output.count), unit: "bytes", of: "full frame \(name), \(depth)")
                )
                if depth == "24-bit" { figures.append(writeFigure(writes, name)) }
                try station.leave(console)
            }
        }
        return figures
    }

    /// All write calls of the console since its start: what it told terminal and station before stands in it too.
    private func writeFigure(_ writes: Int?, _ name: String) -> Figure {
        guard let writes else { return .skipped("full frame \(name), writes", because: "/proc/PID/io is not readable") }
        return .atMost(10, Double(writes), unit: "writes", of: "full frame \(name), writes since the start")
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
