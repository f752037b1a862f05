import TestSupport

extension TerminalBenchmark {
    /// From a key to the first byte on the console's terminal, at random phases of the station's clock.
    ///
    /// - Parameter full: the same with sixteen chairs in use; its keys are pressed in turn with these.
    func keyFigures(beside full: TerminalBenchmark) throws(BenchmarkError) -> [Figure] {
        let console = station.console()
        try station.waitForFrame(console)
        let other = full.station.console()
        try full.station.waitForFrame(other)
        var random = SystemRandomNumberGenerator()
        var keys = Sample()
        var keysOfSixteen = Sample()
        for _ in 0..<200 {
            idle(console, Int.random(in: 20...80, using: &random))
            keys.add(try Self.millisToFirstByte(console, "\t"))
            idle(other, Int.random(in: 20...80, using: &random))
            keysOfSixteen.add(try Self.millisToFirstByte(other, "\t"))
        }
        var escapes = Sample()
        for _ in 0..<40 {
            console.type("?")
            idle(console, Int.random(in: 60...120, using: &random))
            escapes.add(try Self.millisToFirstByte(console, "\u{1B}"))
            idle(console, 40)
        }
        try station.leave(console)
        try full.station.leave(other)
        let ratio = keysOfSixteen.median / keys.median
        return [
            .atMost(1, keys.median, unit: "ms", of: "key to first byte, p50", note: keys.spread),
            .atMost(5, keys.percentile(95), unit: "ms", of: "key to first byte, p95"),
            .atMost(
                1.5,
                ratio,
                unit: "x",
                of: "the same with 16 chairs / with 8, p50",
                note: "(\(Figure.decimals(keysOfSixteen.median)) ms)"
            ),
            .atMost(30, escapes.median, unit: "ms", of: "Esc to first byte, p50", note: escapes.spread),
        ]
    }

    /// Reads for so long, and then until the terminal is quiet, so that what was drawn before is no answer.
    private func idle(_ console: PseudoTerminal, _ millis: Int) {
        let end = PseudoTerminal.now() + millis
        while PseudoTerminal.now() < end { console.pump(waitMillis: Int32(max(1, end - PseudoTerminal.now()))) }
        Self.settle(console, quietMillis: 5)
    }
}
