import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `A flusher` {
    /// Keeps the reports of a flusher and lets a test wait for them.
    private final class Reports: Sendable {
        let all = Monitor([FlushReport]())

        func add(_ report: FlushReport) {
            all.withLock { $0.append(report) }
        }

        func wait(for condition: (FlushReport) -> Bool) -> FlushReport? {
            all.wait(until: { $0.contains(where: condition) }, then: { $0.first(where: condition) })
        }

        var durable: [FlushReport.Durable] {
            all.withLock { reports in
                reports.compactMap { report in
                    switch report {
                    case .durable(let durable): durable
                    case .failed: nil
                    }
                }
            }
        }
    }

    @Test func `reports what is on disk, in order`() throws {
        let disk = FaultyDisk()
        let reports = Reports()
        let flusher = Flusher(try LogFixture.create(on: disk)) { reports.add($0) }
        for event in 0..<100 { try flusher.post([LogFixture.draft(event)]) }
        #expect(flusher.close().isEmpty)
        let durable = reports.durable
        #expect(durable.map(\.count).reduce(0, +) == 100)
        #expect(durable.last?.record == 100)
        #expect(durable.last?.event == 99)
        #expect(durable.map(\.record) == durable.map(\.record).sorted())
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(LogFixture.events(in: contents) == Array(0..<100))
    }

    @Test func `makes one write and one flush of all that is waiting`() throws {
        let disk = FaultyDisk()
        let reports = Reports()
        let isOpen = Monitor(false)
        let flusher = Flusher(try LogFixture.create(on: disk)) { report in
            reports.add(report)
            isOpen.wait(until: { $0 }, then: { _ in })
        }
        try flusher.post([LogFixture.draft(0)])
        _ = reports.wait { if case .durable(let durable) = $0 { durable.record == 1 } else { false } }
        let before = disk.calls.count
        for event in 1..<300 { try flusher.post([LogFixture.draft(event)]) }
        isOpen.withLock { $0 = true }
        #expect(flusher.close().isEmpty)
        #expect(reports.durable.map(\.count) == [1, 299])
        #expect(disk.calls[before...].filter { $0 != "fallocate" && $0 != "ftruncate" } == ["pwrite", "fdatasync"])
    }

    @Test func `keeps the order of each of several posting threads`() throws {
        let disk = FaultyDisk()
        let reports = Reports()
        let flusher = Flusher(try LogFixture.create(on: disk)) { reports.add($0) }
        let threads = (0..<4).map { thread in
            WorkerThread(name: "poster \(thread)") {
                for index in 0..<250 { try? flusher.post([LogFixture.draft(thread * 1000 + index)]) }
            }
        }
        for thread in threads { thread.join() }
        #expect(flusher.close().isEmpty)
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.findings.isEmpty)
        let events = LogFixture.events(in: contents)
        for thread in 0..<4 {
            #expect(events.filter { $0 / 1000 == thread } == (0..<250).map { thread * 1000 + $0 })
        }
        #expect(disk.count("fdatasync") == reports.durable.count)
    }

    @Test func `keeps what could not be saved and tries again when asked`() throws {
        let disk = FaultyDisk()
        let reports = Reports()
        let flusher = Flusher(try LogFixture.create(on: disk)) { reports.add($0) }
        disk.setFaults(DiskFaults(spaceLimit: 0))
        try flusher.post(LogFixture.drafts(0..<3))
        let failed = reports.wait { if case .failed = $0 { true } else { false } }
        guard case .failed(_, unsavedCount: 3) = failed else {
            Issue.record("\(String(describing: failed))")
            return
        }
        try flusher.post([LogFixture.draft(3)])
        #expect(flusher.unsavedCount == 4)
        disk.setFaults(DiskFaults())
        flusher.retry()
        _ = reports.wait { report in
            guard case .durable(let durable) = report else { return false }
            return durable.record == 4 && durable.event == 3 && durable.count == 4 && durable.head.event == 3
        }
        #expect(flusher.unsavedCount == 0)
        #expect(flusher.close().isEmpty)
    }

    @Test func `gives back what it could never save`() throws {
        let disk = FaultyDisk()
        let reports = Reports()
        let flusher = Flusher(try LogFixture.create(on: disk)) { reports.add($0) }
        disk.setFaults(DiskFaults(failingSyncs: Set(1...1000)))
        try flusher.post(LogFixture.drafts(0..<2))
        _ = reports.wait { if case .failed(.failed, _) = $0 { true } else { false } }
        flusher.retry()
        try flusher.post([LogFixture.draft(2)])
        #expect(flusher.close() == LogFixture.drafts(0..<3))
    }

    @Test func `is handed nothing of a batch with a broken draft`() throws {
        let flusher = Flusher(try LogFixture.create(on: FaultyDisk())) { _ in }
        var broken = LogFixture.draft(1)
        broken.body = []
        #expect(throws: LogError.self) { try flusher.post([LogFixture.draft(0), broken]) }
        #expect(flusher.unsavedCount == 0)
        #expect(flusher.close().isEmpty)
        #expect(throws: LogError.closed(path: LogFixture.path)) { try flusher.post([LogFixture.draft(0)]) }
    }
}
