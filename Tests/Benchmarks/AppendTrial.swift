import EventLog
import Glibc

/// A log, two raw files and a database that are given the same lines.
struct AppendTrial {
    /// The log is 0, the raw files are 1 and 2, SQLite is 3.
    static let contenders = 4

    private let disk = CountingDisk()
    private let drafts: [RecordDraft]
    private let lines: [[UInt8]]
    private let writer: LogWriter
    private let raw: [Int32]
    private let rawPaths: [String]
    private let database: SQLiteLog
    private let device: DeviceFlushes?
    private let flushesBefore: Int
    private let writesBefore: Int
    private var done = [Int](repeating: 0, count: contenders)
    private var deviceFlushes = [Int](repeating: 0, count: contenders)

    /// Makes the files, and the `count` lines that a log would write, by letting one write them.
    init(in directory: String, count: Int) throws(BenchmarkError) {
        let drafts = (0..<count).map(SampleRecord.vitals)
        self.drafts = drafts
        lines = try Self.lines(of: drafts, in: "\(directory)/model")
        do throws(LogError) {
            writer = try SampleRecord.makeLog("\(directory)/log", disk: disk)
        } catch {
            throw .failed("no log could be made in \(directory): \(error)")
        }
        rawPaths = ["\(directory)/raw1", "\(directory)/raw2"]
        raw = rawPaths.map { open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) }
        database = try SQLiteLog(at: "\(directory)/rows.sqlite")
        device = DeviceFlushes(under: directory)
        flushesBefore = disk.flushes
        writesBefore = disk.writes
        guard raw.allSatisfy({ $0 >= 0 }) else {
            throw .failed("no file could be made in \(directory): errno \(errno)")
        }
    }

    /// Lets one contender append its next lines, one at a time, each on disk before the next.
    mutating func append(_ count: Int, by contender: Int, into times: inout Sample) throws(BenchmarkError) {
        let before = device?.count
        for index in done[contender]..<(done[contender] + count) {
            switch contender {
            case 0: times.add(try appendToLog(index))
            case 3: times.add(try appendToDatabase(index))
            default: times.add(try appendRaw(index, raw[contender - 1]))
            }
        }
        done[contender] += count
        if let before, let after = device?.count { deviceFlushes[contender] += after - before }
    }

    private func appendToLog(_ index: Int) throws(BenchmarkError) -> Double {
        let batch = [drafts[index]]
        do throws(LogError) {
            let watch = Stopwatch()
            try writer.append(batch)
            return watch.microseconds
        } catch {
            throw .failed("the log did not append: \(error)")
        }
    }

    private func appendRaw(_ index: Int, _ descriptor: Int32) throws(BenchmarkError) -> Double {
        let watch = Stopwatch()
        let count = lines[index].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let code = fdatasync(descriptor)
        let time = watch.microseconds
        guard count == lines[index].count, code == 0 else { throw .failed("a raw append failed: errno \(errno)") }
        return time
    }

    private func appendToDatabase(_ index: Int) throws(BenchmarkError) -> Double {
        let watch = Stopwatch()
        try database.append(lines[index], session: 0, number: index)
        return watch.microseconds
    }

    /// Throws unless the log holds, after its header, exactly what the raw files hold.
    func checkSameBytes() throws(BenchmarkError) {
        writer.close()
        for descriptor in raw { close(descriptor) }
        let log = Array(ProcessFile.text(writer.path).utf8)
        let headerEnd = log.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        for path in rawPaths where !Array(ProcessFile.text(path).utf8).elementsEqual(log[headerEnd...]) {
            throw .failed("the log and \(path) differ: this run compared unlike things")
        }
        guard try database.count() == done[3] else { throw .failed("the database does not hold what it was given") }
        database.close()
    }

    var flushesPerAppend: Double { Double(disk.flushes - flushesBefore) / Double(max(1, done[0])) }
    var writesPerAppend: Double { Double(disk.writes - writesBefore) / Double(max(1, done[0])) }

    /// What the device itself counted; nil where it is not listed.
    var deviceFlushesPerAppend: (log: Double, raw: Double, database: Double)? {
        guard device != nil else { return nil }
        func each(_ contenders: Int...) -> Double {
            let count = contenders.reduce(0) { $0 + done[$1] }
            return Double(contenders.reduce(0) { $0 + deviceFlushes[$1] }) / Double(max(1, count))
        }
        return (each(0), each(1, 2), each(3))
    }

    /// The lines are the same in every log with the same header.
    private static func lines(of drafts: [RecordDraft], in directory: String) throws(BenchmarkError) -> [[UInt8]] {
        do throws(LogError) {
            let model = try SampleRecord.makeLog(directory, disk: SystemDisk())
            for draft in drafts { try model.append([draft]) }
            model.close()
            let records = try LogReader(disk: SystemDisk()).read(directory).records.dropFirst()
            return records.map { Array($0.line) + [UInt8(ascii: "\n")] }
        } catch {
            throw .failed("the lines to compare could not be written: \(error)")
        }
    }
}
