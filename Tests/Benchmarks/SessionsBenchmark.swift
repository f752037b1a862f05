import EventLog
import Glibc

/// Forty sessions that each record one event at the same moment, and how long until all of them are on disk.
///
/// The rounds take turns: our logs with a thread each, one-row transactions of SQLite, raw files with a thread each,
/// and the least that any design can take, one write and one flush for the forty lines together.
struct SessionsBenchmark {
    private static let sessions = 40
    private static let rounds = 15
    private static let turnsPerRound = 10

    private let name: String
    private let parent: String

    static func run() throws(BenchmarkError) -> [Figure] {
        let here = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        var figures = try SessionsBenchmark(name: "disk", parent: here).figures(isBound: true)
        if access("/dev/shm", W_OK) == 0 {
            figures += try SessionsBenchmark(name: "tmpfs", parent: "/dev/shm").figures(isBound: false)
        }
        return figures
    }

    private func figures(isBound: Bool) throws(BenchmarkError) -> [Figure] {
        let count = Self.sessions
        print("\(count) sessions at once on \(name): \(Self.rounds) rounds of \(Self.turnsPerRound) turns ...")
        fflush(nil)
        let scratch = try ScratchDirectory(in: parent)
        let logs = try SessionLogs(count, in: scratch.path)
        let database = try SQLiteLog(at: "\(scratch.path)/rows.sqlite")
        let shared = try SharedFile(at: "\(scratch.path)/shared")
        let line = SampleRecord.line
        let raw = try RawFiles(count, of: line, in: scratch.path)
        var (againstDatabase, againstRaw, againstShared, perSecond) = (Sample(), Sample(), Sample(), Sample())
        var number = 0
        for round in 0..<Self.rounds {
            var times = [Sample](repeating: Sample(), count: 4)
            for turn in 0..<Self.turnsPerRound {
                for place in 0..<4 {
                    let contender = (place + turn + round) % 4
                    let watch = Stopwatch()
                    switch contender {
                    case 0: try logs.appendToEach(event: number)
                    case 1: for session in 0..<count { try database.append(line, session: session, number: number) }
                    case 2: try raw.appendToEach()
                    default: try shared.append(line, times: count)
                    }
                    times[contender].add(watch.microseconds)
                }
                number += 1
            }
            againstDatabase.add(times[1].median / times[0].median)
            againstRaw.add(times[2].median / times[0].median)
            againstShared.add(times[3].median / times[0].median)
            perSecond.add(Double(count) / times[0].median * 1_000_000)
        }
        try logs.close(expecting: number)
        guard try database.count() == count * number else { throw .failed("the database does not hold its rows") }
        let measure = "\(count) sessions at once, appends/s, log / SQLite WAL FULL, \(name)"
        let ratio = againstDatabase.median
        return [
            isBound
                ? .atLeast(2, ratio, unit: "x", of: measure, note: againstDatabase.spread)
                : .shown(measure, "\(Figure.decimals(ratio)) x  \(againstDatabase.spread)"),
            .shown(
                "  the same / raw files, a thread each, \(name)",
                "\(Figure.decimals(againstRaw.median)) x  \(againstRaw.spread)"
            ),
            .shown(
                "  the same / one flush for all \(count), \(name)",
                "\(Figure.decimals(againstShared.median)) x  \(againstShared.spread)"
            ),
            .shown("  the same, appends/s, \(name)", "\(Figure.decimals(perSecond.median))  \(perSecond.spread)"),
        ]
    }
}

/// Logs with a thread each, as the station has them.
private final class SessionLogs {
    private let logs: [Flusher]
    private let paths: [String]
    private let flushed = Monitor(0)
    private let failures = Monitor(0)
    private var posted = 0

    init(_ count: Int, in directory: String) throws(BenchmarkError) {
        paths = (0..<count).map { "\(directory)/log\($0)" }
        var logs: [Flusher] = []
        for path in paths {
            do throws(LogError) {
                let writer = try SampleRecord.makeLog(path, disk: SystemDisk())
                logs.append(
                    Flusher(writer) { [flushed, failures] report in
                        switch report {
                        case .durable(let durable): flushed.withLock { $0 += durable.count }
                        case .failed: failures.withLock { $0 += 1 }
                        }
                    }
                )
            } catch {
                throw .failed("no log could be made at \(path): \(error)")
            }
        }
        self.logs = logs
    }

    /// Posts one event to each and waits until all are on disk.
    func appendToEach(event: Int) throws(BenchmarkError) {
        posted += logs.count
        do throws(LogError) {
            let batch = try RecordBatch([SampleRecord.vitals(event)])
            for log in logs { try log.post(batch) }
        } catch {
            throw .failed("a log took no event: \(error)")
        }
        let wanted = posted
        _ = flushed.wait(until: { $0 >= wanted }, then: { $0 })
        guard failures.withLock({ $0 }) == 0 else { throw .failed("a flush failed") }
    }

    func close(expecting count: Int) throws(BenchmarkError) {
        for log in logs { guard log.close().isEmpty else { throw .failed("a log did not save its events") } }
        for path in paths {
            let found = try? LogReader(disk: SystemDisk()).read(path).records.count
            guard found == count + 1 else { throw .failed("\(path) does not hold its events") }
        }
    }
}

/// One file for everybody.
private final class SharedFile {
    private let descriptor: Int32

    init(at path: String) throws(BenchmarkError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed("no file could be made at \(path): errno \(errno)") }
    }

    deinit { close(descriptor) }

    func append(_ line: [UInt8], times: Int) throws(BenchmarkError) {
        let bytes = [[UInt8]](repeating: line, count: times).flatMap(\.self)
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, fdatasync(descriptor) == 0 else {
            throw .failed("an append failed: errno \(errno)")
        }
    }
}

/// Files that are written as the logs are, by a thread each, and hold nothing but the lines.
private final class RawFiles {
    /// What each thread waits for: how many lines its file should have; negative to end.
    private let wanted: [Monitor<Int>]
    private let written = Monitor((lines: 0, failures: 0))
    private var threads: [WorkerThread] = []

    init(_ count: Int, of line: [UInt8], in directory: String) throws(BenchmarkError) {
        wanted = (0..<count).map { _ in Monitor(0) }
        for number in 0..<count {
            let path = "\(directory)/raw\(number)"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .failed("no file could be made at \(path): errno \(errno)") }
            threads.append(
                WorkerThread(name: "raw-\(number)") { [wanted = wanted[number], written] in
                    var done = 0
                    while wanted.wait(until: { $0 != done }, then: { $0 >= 0 }) {
                        let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                        let isWritten = count == line.count && fdatasync(descriptor) == 0
                        done += 1
                        written.withLock { $0 = ($0.lines + 1, $0.failures + (isWritten ? 0 : 1)) }
                    }
                    close(descriptor)
                }
            )
        }
    }

    deinit {
        for wanted in wanted { wanted.withLock { $0 = -1 } }
        for thread in threads { thread.join() }
    }

    /// Has each file take its next line and waits until all are on disk.
    func appendToEach() throws(BenchmarkError) {
        let before = written.withLock { $0.lines }
        for wanted in wanted { wanted.withLock { $0 += 1 } }
        let failures = written.wait(until: { $0.lines == before + wanted.count }, then: { $0.failures })
        guard failures == 0 else { throw .failed("a raw append failed") }
    }
}
