import EventLog
import Testing
import TestSupport

/// Cuts the power at every single call of a life of a log, and again at every call of the recovery that follows.
///
/// `VIGIL_SEED` repeats a run; what is expected holds for every seed.
@Suite struct `A power cut` {
    private static let batches = [0..<1, 1..<4, 4..<12, 12..<13, 13..<20]
    private let seed = SeededRandom.runSeed

    /// Writes all batches until the disk gives out and returns how many events were acknowledged.
    private func live(on disk: FaultyDisk) -> Int {
        var acknowledged = 0
        guard let writer = try? LogFixture.create(on: disk) else { return 0 }
        for batch in Self.batches {
            guard (try? writer.append(LogFixture.drafts(batch, padding: batch.count * 20))) != nil else { break }
            acknowledged = batch.upperBound
        }
        return acknowledged
    }

    private func expectNothingLost(_ acknowledged: Int, on disk: FaultyDisk, _ comment: Comment) throws {
        guard disk.contents(LogFixture.path) != nil else {
            #expect(acknowledged == 0, comment)
            return
        }
        let opened = try LogFixture.open(on: disk)
        let events = LogFixture.events(in: opened.contents)
        #expect(events.count >= acknowledged, comment)
        #expect(events == Array(0..<events.count), comment)
        #expect(
            opened.contents.records.compactMap { $0.event == nil ? nil : Array($0.body) }
                == batchBodies.prefix(events.count).map { $0 },
            comment
        )
        try opened.writer.append([LogFixture.draft(events.count)])
        opened.writer.close()
        let after = try LogReader(disk: disk.afterPowerCut(seed: seed)).read(LogFixture.location)
        #expect(after.findings.isEmpty, comment)
        #expect(LogFixture.events(in: after) == Array(0...events.count), comment)
    }

    private var batchBodies: [[UInt8]] {
        Self.batches.flatMap { LogFixture.drafts($0, padding: $0.count * 20).map(\.body) }
    }

    @Test func `at any call loses nothing acknowledged and invents nothing`() throws {
        let whole = FaultyDisk()
        #expect(live(on: whole) == 20)
        for call in 1...whole.calls.count + 1 {
            for turn in 0..<25 as Range<UInt64> {
                let disk = FaultyDisk(DiskFaults(powerOffAtCall: call, longestWrite: turn % 3 == 0 ? 700 : nil))
                let acknowledged = live(on: disk)
                let cut = seed &+ turn &+ UInt64(call) * 1000
                try expectNothingLost(
                    acknowledged,
                    on: disk.afterPowerCut(seed: cut),
                    "VIGIL_SEED=\(seed) call \(call) turn \(turn)"
                )
            }
        }
    }

    @Test func `during recovery, at any call, loses nothing either`() throws {
        for turn in 0..<30 as Range<UInt64> {
            let disk = FaultyDisk(DiskFaults(powerOffAtCall: 14 + Int(turn % 4) * 2))
            let acknowledged = live(on: disk)
            #expect(acknowledged > 0)
            let torn = disk.afterPowerCut(seed: seed &+ turn)
            let whole = torn.afterKill()
            _ = try LogFixture.open(on: whole)
            for call in 1...whole.calls.count {
                let second = torn.afterKill()
                second.setFaults(DiskFaults(powerOffAtCall: call))
                _ = try? LogFixture.open(on: second)
                try expectNothingLost(
                    acknowledged,
                    on: second.afterPowerCut(seed: seed &+ turn &+ UInt64(call) * 1000),
                    "VIGIL_SEED=\(seed) turn \(turn) recovery call \(call)"
                )
                // A process that was killed, not cut off from power, leaves everything it wrote.
                try expectNothingLost(
                    acknowledged,
                    on: second.afterKill(),
                    "VIGIL_SEED=\(seed) turn \(turn) killed at recovery call \(call)"
                )
            }
        }
    }

    @Test func `after a failed flush loses nothing acknowledged before it`() throws {
        for sync in 2...6 {
            for turn in 0..<25 as Range<UInt64> {
                let disk = FaultyDisk(DiskFaults(failingSyncs: [sync]))
                let acknowledged = live(on: disk)
                #expect(acknowledged == 20, "a new file takes what the old one did not")
                try expectNothingLost(
                    acknowledged,
                    on: disk.afterPowerCut(seed: seed &+ turn),
                    "VIGIL_SEED=\(seed) flush \(sync) turn \(turn)"
                )
                // First a new process without a power cut, then the power cut.
                try expectNothingLost(
                    acknowledged,
                    on: disk.afterKill(),
                    "VIGIL_SEED=\(seed) flush \(sync) turn \(turn) after a kill"
                )
            }
        }
    }

    /// If these tests did not notice a disk that lies about a sync, their silence elsewhere would prove nothing.
    @Test(arguments: ["fdatasync", "fsync", "fsync directory"])
    func `is noticed to lose data when a sync is left out`(call: String) throws {
        var isLossSeen = false
        for turn in 0..<200 as Range<UInt64> where !isLossSeen {
            let disk = FaultyDisk(DiskFaults(ignoredCalls: [call]))
            let writer = try LogFixture.create(on: disk)
            isLossSeen = isLost(record: 0, from: disk, turn: turn)
            try writer.append([LogFixture.draft(0)])
            isLossSeen = isLossSeen || isLost(record: 1, from: disk, turn: turn)
        }
        #expect(isLossSeen, "VIGIL_SEED=\(seed)")
    }

    private func isLost(record: Int, from disk: FaultyDisk, turn: UInt64) -> Bool {
        let contents = try? LogReader(disk: disk.afterPowerCut(seed: seed &+ turn)).read(LogFixture.location)
        return (contents?.records.last?.number ?? -1) < record
    }

    /// What Linux does, and why a failed flush is never tried again: the second try succeeds, the bytes can be
    /// read back, and they are gone after the power cut.
    @Test func `takes what a repeated flush has called durable`() throws {
        let disk = try LogFixture.disk(batches: 1, of: 1)
        let size = try #require(disk.contents(LogFixture.path)?.count)
        let file = try disk.open(LogFixture.path, for: .updating)
        let bytes = [UInt8](repeating: 7, count: 2048)
        _ = try bytes.withUnsafeBytes { try disk.write(file, $0, at: size) }
        disk.setFaults(DiskFaults(failingSyncs: [disk.count("fsync") + disk.count("fdatasync") + 1]))
        #expect(throws: DiskError.self) { try disk.syncData(file) }
        try disk.syncData(file)
        #expect(disk.contents(LogFixture.path)?.suffix(2048) == bytes[...])
        let after = disk.afterPowerCut(seed: seed).contents(LogFixture.path)
        #expect(after?.suffix(1024).allSatisfy { $0 == 0 } == true)
    }
}
