import CNettle
import EventLog
import Glibc
import Journal
import Session
import Settings

/// What reading a log costs: all of it to verify, all of it to go on with, and a screen of it from anywhere.
struct LogBenchmark {
    private static let rounds = 9
    /// Events of a seek: more than a screen of 60 lines shows.
    private static let screen = 60

    private let count: Int
    private let isBound: Bool

    static func run() throws(BenchmarkError) -> [Figure] {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        var figures: [Figure] = []
        for (count, isBound) in [(100_000, true), (1_000_000, false)] {
            print("a log of \(count) events ...")
            fflush(nil)
            let scratch = try ScratchDirectory(in: parent)
            figures += try LogBenchmark(count: count, isBound: isBound).figures(in: scratch.path)
        }
        return figures
    }

    private func figures(in directory: String) throws(BenchmarkError) -> [Figure] {
        let home = try BenchmarkHome(at: "\(directory)/home", sessions: 1, eventsPerSession: count)
        let journal = JournalHome(path: home.path, disk: SystemDisk())
        do {
            guard let id = try journal.sessions().ids.first else { throw BenchmarkError.failed("no session was made") }
            let location = journal.log(of: id)
            return try verifications(of: location) + [opening(of: id, in: journal)] + seeks(in: location)
        } catch let error as BenchmarkError {
            throw error
        } catch {
            throw .failed("\(home.path) could not be read: \(error)")
        }
    }

    /// Chain, self-checks and tree, as `vigil verify` has them checked, beside one hash over the same bytes on one
    /// thread; all from the page cache.
    private func verifications(of location: LogLocation) throws -> [Figure] {
        let readers = [LogReader(disk: SystemDisk(), threads: LogReader.processors), LogReader(disk: SystemDisk())]
        let paths = try readers[0].segments(of: location).map(\.path)
        var ratios = [Sample(), Sample()]
        var speed = Sample()
        for round in 0..<Self.rounds {
            var times = [0.0, 0.0, 0.0]
            var size = 0
            for turn in 0..<3 {
                let contender = (turn + round) % 3
                let watch = Stopwatch()
                if contender == 2 {
                    size = try paths.reduce(0) { try $0 + Self.hash($1) }
                } else {
                    let verification = try readers[contender].verify(location)
                    guard verification.outcome == .intact else { throw BenchmarkError.failed("the log is not intact") }
                }
                times[contender] = watch.milliseconds
            }
            for contender in 0...1 { ratios[contender].add(times[2] / times[contender]) }
            speed.add(Double(size) / 1000 / times[0])
        }
        let measure = "verify / streaming SHA-256, one thread, \(count) events"
        let note = "\(ratios[0].spread), \(Figure.decimals(speed.median)) MB/s"
        return [
            .atLeast(0.2, ratios[1].median, unit: "x", of: measure, note: ratios[1].spread),
            .atLeast(0.35, ratios[0].median, unit: "x", of: "  as vigil verify runs, on all processors", note: note),
        ]
    }

    private static func hash(_ path: String) throws -> Int {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchmarkError.failed("open \(path): errno \(errno)") }
        defer { close(descriptor) }
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var size = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            nettle_sha256_update(&context, count, buffer)
            size += count
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return size
    }

    /// Verified, folded, and ready to go on, as the station opens it after a start, beside one hash over its bytes.
    private func opening(of id: SessionID, in home: JournalHome) throws -> Figure {
        var times = Sample()
        var ratios = Sample()
        for _ in 0..<(isBound ? Self.rounds : 3) {
            let paths = try LogReader(disk: SystemDisk()).segments(of: home.log(of: id)).map(\.path)
            let yardstick = Stopwatch()
            for path in paths { _ = try Self.hash(path) }
            let hashing = yardstick.milliseconds
            let watch = Stopwatch()
            let opened = try SessionJournal.open(
                id,
                in: home,
                at: BenchmarkHome.clock(),
                names: StationNames(station: "Benchmark", writer: "vigil-benchmarks"),
                parse: { try ProtocolFile.readKept(bytes: $0) },
                onReport: { _, _ in }
            )
            let opening = watch.milliseconds
            times.add(opening / 1000)
            ratios.add(opening / hashing)
            let found = opened.folded.session.entries.count
            guard opened.journal.stop().isEmpty, found == count else {
                throw BenchmarkError.failed("\(found) of \(count) events were found")
            }
        }
        let measure = "open a session / streaming SHA-256, \(count) events"
        let note = "\(ratios.spread), \(Figure.decimals(times.median)) s"
        guard isBound else { return .shown(measure, "\(Figure.decimals(ratios.median)) x  \(note)") }
        return .atMost(10, ratios.median, unit: "x", of: measure, note: note)
    }

    private func seeks(in location: LogLocation) throws -> [Figure] {
        let reader = LogReader(disk: SystemDisk())
        let first = Stopwatch()
        try seek(0, in: location, reader)
        let building = first.milliseconds
        var times = Sample()
        var place = 0
        for _ in 0..<200 {
            // A step that has no factor in common with the count comes everywhere.
            place = (place + 61_803) % (count - Self.screen)
            let watch = Stopwatch()
            try seek(place, in: location, reader)
            times.add(watch.milliseconds)
        }
        return [
            .atMost(
                16,
                times.percentile(99),
                unit: "ms",
                of: "seek \(Self.screen) of \(count) events, p99",
                note: "(p50 \(Figure.decimals(times.median)), max \(Figure.decimals(times.greatest)))"
            ),
            .shown("  the first one, which builds the index", "\(Figure.decimals(building)) ms"),
        ]
    }

    private func seek(_ event: Int, in location: LogLocation, _ reader: LogReader) throws {
        let records = try reader.records(events: event...event + Self.screen - 1, of: location)
        guard records?.count == Self.screen, records?.first?.event == event else {
            throw BenchmarkError.failed("seeking event \(event) found \(records?.count ?? -1) records")
        }
    }
}
