import EventLog
import TestSupport

/// Lives through a log's life, cuts it off, and judges what recovery makes of what is left.
enum CrashJudge {
    /// A moment the power may go at, and how many events had been acknowledged by then.
    struct Cut {
        let call: Int
        let disk: FaultyDisk
        let acknowledged: Int
    }

    /// Batches of so many bytes in each event's text that they end in the middle of one to six sectors.
    private static let paddings = [
        0, 1200, 700, 1000, 1300, 300, 1100, 10, 1200, 1000, 150, 1250, 900, 1300, 1250, 1150, 1300, 1200,
    ]
    static let eventCount = paddings.count

    private static func draft(_ event: Int) -> RecordDraft { LogFixture.draft(event, padding: paddings[event]) }

    /// Writes all batches until the disk gives out and returns how many events were acknowledged.
    static func live(on disk: any Disk) throws -> Int {
        guard let writer = try? LogFixture.create(on: disk) else { return 0 }
        for event in 0..<eventCount {
            guard (try? writer.append([draft(event)])) != nil else { return event }
        }
        return eventCount
    }

    /// The life cut off before each of its calls, and after the last.
    static func cuts(of disk: FaultyDisk) throws -> [Cut] { try cuts(of: disk, underneath: disk) }

    static func cuts(of disk: any Disk, underneath: FaultyDisk) throws -> [Cut] {
        let faults = underneath.faults
        let rehearsal = underneath.afterKill()
        rehearsal.setFaults(faults)
        _ = try live(on: wrapped(rehearsal, as: disk))
        return try (1...rehearsal.calls.count + 1).map { call in
            let cutOff = underneath.afterKill()
            var cutting = faults
            cutting.powerOffAtCall = call
            cutOff.setFaults(cutting)
            let acknowledged = try live(on: wrapped(cutOff, as: disk))
            return Cut(call: call, disk: cutOff, acknowledged: acknowledged)
        }
    }

    private static func wrapped(_ disk: FaultyDisk, as example: any Disk) -> any Disk {
        example is RetryingDisk ? RetryingDisk(disk) : disk
    }

    static func recover(_ disk: FaultyDisk) throws -> OpenedLog { try LogFixture.open(on: disk) }

    /// What many a log does: whatever follows the first bad line is thrown away.
    static func recoverCutting(_ disk: FaultyDisk) throws -> OpenedLog {
        let contents = try LogReader(disk: disk).read(LogFixture.location)
        if let finding = contents.findings.first {
            let file = try disk.open(LogFixture.path, for: .updating)
            defer { disk.close(file) }
            try disk.truncate(file, to: finding.bytes.lowerBound)
        }
        return try LogFixture.open(on: disk)
    }

    /// What is wrong with a disk after recovery; nil if nothing is.
    ///
    /// With `isDamaged` one acknowledged event may be unreadable, and only that.
    static func judge(
        _ disk: FaultyDisk,
        acknowledged: Int,
        isDamaged: Bool = false,
        recover: (FaultyDisk) throws -> OpenedLog
    ) throws -> String? {
        guard disk.contents(LogFixture.path) != nil else {
            return acknowledged == 0 ? nil : "the log is gone with \(acknowledged) events"
        }
        let opened: OpenedLog
        do {
            opened = try recover(disk)
        } catch {
            return acknowledged == 0 ? nil : "it is refused: \(error)"
        }
        if opened.contents.damage.isEmpty == isDamaged { return "damage was \(isDamaged ? "missed" : "invented")" }
        let records = opened.contents.readable.filter { $0.event != nil }
        for record in records {
            guard let event = record.event, event < eventCount, Array(record.body) == draft(event).body else {
                return "record \(record.number) was never written"
            }
        }
        let events = records.compactMap(\.event)
        if events != events.sorted() || Set(events).count != events.count {
            return "events are out of order: \(events)"
        }
        let lost = Set(0..<acknowledged).subtracting(events)
        if lost.count > (isDamaged ? 1 : 0) { return "acknowledged events are lost: \(lost.sorted())" }
        return try goOn(opened, on: disk, events: events)
    }

    /// The log must take more, and be read again with all of it, after one more power cut.
    private static func goOn(_ opened: OpenedLog, on disk: FaultyDisk, events: [Int]) throws -> String? {
        try opened.writer.append([LogFixture.draft(900)])
        opened.writer.close()
        let after = try LogReader(disk: disk.afterPowerCut(seed: 1)).read(LogFixture.location)
        if after.readable.compactMap(\.event) != events + [900] { return "it did not go on" }
        return after.findings.contains { $0.kind == .torn } ? "it left an unfinished write" : nil
    }
}

/// A disk for a log that believes a second flush.
struct RetryingDisk: ForwardingDisk {
    let underlying: any Disk

    init(_ disk: FaultyDisk) {
        underlying = disk
    }

    func syncData(_ file: DiskFile) throws(DiskError) {
        if (try? underlying.syncData(file)) == nil { try underlying.syncData(file) }
    }

    func sync(_ file: DiskFile) throws(DiskError) {
        if (try? underlying.sync(file)) == nil { try underlying.sync(file) }
    }
}
