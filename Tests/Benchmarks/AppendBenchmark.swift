import EventLog
import Glibc

/// What an acknowledged append costs beside writing and flushing the very same bytes without any log, and beside a
/// database with a transaction for each.
///
/// Two raw files stand beside the log, so that their difference shows how far the machine's own restlessness goes.
/// Chunks of ten appends take turns, and who begins changes from chunk to chunk.
struct AppendBenchmark {
    static let rounds = 15
    static let appendsPerRound = 200
    private static let chunk = 10

    private let name: String
    private let parent: String

    static func run() throws(BenchmarkError) -> [Figure] {
        var figures: [Figure] = []
        let here = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        figures += try AppendBenchmark(name: "disk", parent: here).figures(isFlushFree: false)
        if access("/dev/shm", W_OK) == 0 {
            let memory = AppendBenchmark(name: "tmpfs", parent: "/dev/shm")
            figures += try memory.figures(isFlushFree: true)
            figures += try memory.batchFigures()
        } else {
            figures.append(.skipped("append on tmpfs", because: "/dev/shm is not writable here"))
        }
        return figures
    }

    private func figures(isFlushFree: Bool) throws(BenchmarkError) -> [Figure] {
        print("append on \(name) (\(parent)): \(Self.rounds) rounds of \(Self.appendsPerRound) ...")
        fflush(nil)
        let scratch = try ScratchDirectory(in: parent)
        var trial = try AppendTrial(in: scratch.path, count: Self.rounds * Self.appendsPerRound)
        var medians = Sample()
        var tails = Sample()
        var restlessness = Sample()
        var rawMedians = Sample()
        var databases = Sample()
        for round in 0..<Self.rounds {
            var times = [Sample](repeating: Sample(), count: AppendTrial.contenders)
            for turn in 0..<(Self.appendsPerRound / Self.chunk) {
                for place in 0..<AppendTrial.contenders {
                    let contender = (place + turn + round) % AppendTrial.contenders
                    try trial.append(Self.chunk, by: contender, into: &times[contender])
                }
            }
            let raw = [times[1], times[2]]
            let mean = { (percent: Double) in (raw[0].percentile(percent) + raw[1].percentile(percent)) / 2 }
            medians.add(times[0].median / mean(50))
            tails.add(times[0].percentile(99) / mean(99))
            restlessness.add(raw[0].median / raw[1].median)
            rawMedians.add(mean(50))
            databases.add(times[3].median / mean(50))
        }
        try trial.checkSameBytes()
        let database = Figure.shown(
            "SQLite, WAL FULL, a row each / raw, p50, \(name)",
            "\(Figure.decimals(databases.median)) x  \(databases.spread)"
        )
        return table(trial, medians, tails, restlessness, rawMedians, isFlushFree: isFlushFree) + [database]
    }

    private func table(
        _ trial: AppendTrial,
        _ medians: Sample,
        _ tails: Sample,
        _ restlessness: Sample,
        _ rawMedians: Sample,
        isFlushFree: Bool
    ) -> [Figure] {
        let p50 = "append / raw append + fdatasync, p50, \(name)"
        let p99 = "append / raw append + fdatasync, p99, \(name)"
        var figures: [Figure] = []
        if isFlushFree {
            // Where a flush costs nothing the ratio compares the log's own work with next to nothing.
            figures.append(.shown(p50, "\(Figure.decimals(medians.median)) x  \(medians.spread)"))
            figures.append(.shown(p99, "\(Figure.decimals(tails.median)) x  \(tails.spread)"))
        } else {
            figures.append(.atMost(1.25, medians.median, unit: "x", of: p50, note: medians.spread))
            figures.append(.atMost(2, tails.median, unit: "x", of: p99, note: tails.spread))
            // What is much faster than the flush itself has not flushed.
            figures.append(.atLeast(1 / 1.2, medians.median, unit: "x", of: "  the same, no faster than a flush"))
        }
        let rawText = "\(Figure.decimals(rawMedians.median)) us  \(rawMedians.spread)"
        figures.append(.shown("raw append + fdatasync, p50, \(name)", rawText))
        let restlessText = "\(Figure.decimals(restlessness.median)) x  \(restlessness.spread)"
        figures.append(.shown("raw / the other raw, p50, \(name)", restlessText))
        figures.append(
            Figure(
                measure: "flushes per batch, as the log asks, \(name)",
                bound: "1",
                figure: "\(Figure.decimals(trial.flushesPerAppend)), \(Figure.decimals(trial.writesPerAppend)) writes",
                verdict: trial.flushesPerAppend == 1 && trial.writesPerAppend == 1 ? .ok : .missed
            )
        )
        if !isFlushFree { figures.append(deviceFlushes(trial)) }
        return figures
    }

    private func deviceFlushes(_ trial: AppendTrial) -> Figure {
        let measure = "flushes per append at the device, log / raw / SQLite, \(name)"
        guard let device = trial.deviceFlushesPerAppend else {
            return .skipped(measure, because: "/proc/diskstats does not count the device under \(parent)")
        }
        let each = [device.log, device.raw, device.database].map { Figure.decimals($0) }
        return .shown(measure, each.joined(separator: " / "))
    }
}
