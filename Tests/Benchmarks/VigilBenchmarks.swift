// Measures what Vigil promises and prints it beside the bounds:
//
//     VIGIL_BENCHMARKS=1 swift run -c release vigil-benchmarks [append|sessions|log|picture|terminal|all]
//
// Needs libsqlite3-dev beside what the program needs: a database is the yardstick for appending.
// Ratios come from one interleaved run, since the same disk is thirty times as fast in one minute as in the next.
// `terminal` runs the real program: VIGIL_BINARY, else the `vigil` beside this one.

import Glibc

@main
enum VigilBenchmarks {
    static func main() {
        let names = Array(CommandLine.arguments.dropFirst())
        #if DEBUG
        print("This is a debug build: its figures say nothing. Build it with -c release.")
        #endif
        do throws(BenchmarkError) {
            let figures = try run(names.isEmpty ? ["all"] : names)
            print(FigureTable(figures).text)
            // Beside a build, a millisecond of this program is two or three.
            let load = ProcessFile.text("/proc/loadavg").split(separator: " ").first ?? "?"
            print(
                "load of the machine in the last minute: \(load) on \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors"
            )
            exit(figures.contains { $0.isMissed } ? 1 : 0)
        } catch {
            let words = Array("vigil-benchmarks: \(error.text)\n".utf8)
            write(2, words, words.count)
            exit(error.isUsage ? 64 : 2)
        }
    }

    private static func run(_ names: [String]) throws(BenchmarkError) -> [Figure] {
        var figures: [Figure] = []
        for name in names {
            switch name {
            case "append": figures += try AppendBenchmark.run()
            case "sessions": figures += try SessionsBenchmark.run()
            case "log": figures += try LogBenchmark.run()
            case "picture": figures += try PictureBenchmark.run()
            case "terminal": figures += try TerminalBenchmark.run()
            case "all":
                figures += try AppendBenchmark.run()
                figures += try SessionsBenchmark.run()
                figures += try LogBenchmark.run()
                figures += try PictureBenchmark.run()
                figures += try TerminalBenchmark.run()
            default: throw .usage("there is no benchmark \(name): append, sessions, log, picture, terminal or all")
            }
        }
        return figures
    }
}
