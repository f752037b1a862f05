extension TerminalBenchmark {
    /// From the start of a console to the Board with all patients, the station running.
    func warmStartFigures() throws(BenchmarkError) -> [Figure] {
        var millis = Sample()
        for _ in 0..<15 { millis.add(try station.millisToFirstFrame()) }
        return [.atMost(60, millis.median, unit: "ms", of: "start to first frame, p50", note: millis.spread)]
    }

    /// The same with no station: it is started, and reads eight sessions of 2,000 events.
    func coldStartFigures() throws(BenchmarkError) -> [Figure] {
        var millis = Sample()
        var memory = Sample()
        for _ in 0..<7 {
            station.end()
            millis.add(try station.millisToFirstFrame())
            if let pid = station.pid { memory.add(ProcessCost.residentMegabytes(pid)) }
        }
        return [
            .atMost(150, millis.median, unit: "ms", of: "cold start, 8 x 2,000 events, p50", note: millis.spread),
            .atMost(60, memory.median, unit: "MB", of: "memory of that station"),
        ]
    }
}
