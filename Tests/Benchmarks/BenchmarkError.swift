/// Why a benchmark could not be run.
struct BenchmarkError: Error {
    let text: String
    let isUsage: Bool

    static func usage(_ text: String) -> BenchmarkError { BenchmarkError(text: text, isUsage: true) }

    static func failed(_ text: String) -> BenchmarkError { BenchmarkError(text: text, isUsage: false) }
}
