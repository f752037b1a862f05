/// What the terminal costs.
struct TerminalBenchmark {
    static func run() throws(BenchmarkError) -> [Figure] { [] }
}
