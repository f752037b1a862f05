import EventLog
import Glibc

extension AppendBenchmark {
    /// The writer's own work on an event, where the file system costs next to nothing.
    func batchFigures() throws(BenchmarkError) -> [Figure] {
        let batchSize = 64
        let batches = 300
        let scratch = try ScratchDirectory(in: "/dev/shm")
        let disk = CountingDisk()
        var inWriter = Sample()
        do throws(LogError) {
            let writer = try SampleRecord.makeLog("\(scratch.path)/log", disk: disk)
            let flushes = disk.flushes
            for batch in 0..<batches {
                let drafts = (0..<batchSize).map { SampleRecord.vitals(batch * batchSize + $0) }
                let watch = Stopwatch()
                try writer.append(drafts)
                inWriter.add(watch.microseconds / Double(batchSize))
            }
            guard disk.flushes - flushes == batches else { throw LogError.closed(path: writer.path) }
            writer.close()
        } catch {
            throw .failed("the log did not take its batches with one flush each: \(error)")
        }
        let measure = "software cost in the writer, batches of 64, p50, tmpfs"
        return [
            .atMost(5, inWriter.median, unit: "us/event", of: measure, note: inWriter.spread),
            .shown("  the same, p99", "\(Figure.decimals(inWriter.percentile(99))) us/event"),
        ]
    }
}
