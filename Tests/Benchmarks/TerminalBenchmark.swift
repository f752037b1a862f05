import Glibc
import TestSupport

/// What the real program costs on a terminal: eight chairs, a station, a console on a pseudo-terminal.
struct TerminalBenchmark {
    let station: BenchmarkStation

    static func run() throws(BenchmarkError) -> [Figure] {
        let program = try BenchmarkStation.program()
        print("terminal: \(program), eight chairs, and keys with sixteen ...")
        fflush(nil)
        let scratch = try ScratchDirectory(in: getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp")
        let usual = try BenchmarkHome(at: scratch.path + "/usual", eventsPerSession: 60)
        let large = try BenchmarkHome(at: scratch.path + "/large", eventsPerSession: 2000)
        var figures: [Figure] = []
        let first = TerminalBenchmark(station: BenchmarkStation(usual, program: program))
        let second = TerminalBenchmark(station: BenchmarkStation(large, program: program))
        defer {
            first.station.end()
            second.station.end()
        }
        let full = try BenchmarkHome(at: scratch.path + "/full", sessions: 16, eventsPerSession: 60)
        let third = TerminalBenchmark(station: BenchmarkStation(full, program: program))
        defer { third.station.end() }
        figures += try first.keyFigures(beside: third)
        figures += try first.idleFigures()
        figures += try first.frameFigures()
        figures += try first.memoryFigures()
        figures += try first.warmStartFigures()
        figures += try second.coldStartFigures()
        return figures
    }

    /// Reads what comes until nothing has come for so long.
    static func settle(_ console: PseudoTerminal, quietMillis: Int32 = 15) {
        while console.pump(waitMillis: quietMillis) {}
    }

    /// Presses keys and returns the milliseconds until the first byte of the answer.
    static func millisToFirstByte(_ console: PseudoTerminal, _ keys: String) throws(BenchmarkError) -> Double {
        var waiting = pollfd(fd: console.descriptor, events: Int16(POLLIN), revents: 0)
        let watch = Stopwatch()
        console.type(keys)
        guard poll(&waiting, 1, 5000) == 1 else { throw .failed("no answer to a key within 5 s") }
        return watch.milliseconds
    }
}
