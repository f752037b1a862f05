import EventLog
import Glibc
import Testing
import TestSupport

/// Random lives of a log beside a list of what it must hold: append, close, kill, cut the power, fail a call, fill the
/// disk, damage it, read, verify.
///
/// Each life is printed by its seed when it goes wrong; `VIGIL_SEED` runs it again as the first one.
@Suite struct `A log beside its model` {
    private static let lives = Sweep.count(40, whole: 5000)

    @Test func `holds what was acknowledged, in order, through everything`() throws {
        let first = SeededRandom.runSeed
        for life in 0..<UInt64(Self.lives) {
            var model = LogModel(seed: first &+ life)
            do {
                try model.live(steps: 40)
            } catch let error as LogModel.Broken {
                Issue.record("VIGIL_SEED=\(first &+ life): \(error.reason)\n\(model.history.joined(separator: "\n"))")
                return
            }
        }
    }
}

/// One log on a disk that can fail, and what is known of it.
struct LogModel {
    struct Broken: Error {
        let reason: String
    }

    private var random: SeededRandom
    private var disk = FaultyDisk()
    private var writer: LogWriter?
    /// The events that were acknowledged.
    private var acknowledged: [Int] = []
    /// The events that were given and may or may not be there.
    private var doubtful: Set<Int> = []
    private var next = 0
    private var head: LogHead?
    private var isCreated = false
    private(set) var history: [String] = []

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func live(steps: Int) throws {
        for _ in 0..<steps {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<9: append()
            case 9: close()
            case 10, 11: end("kill") { $0.afterKill() }
            case 12, 13:
                let seed = UInt64.random(in: 0...9999, using: &random)
                end("power cut \(seed)") { $0.afterPowerCut(seed: seed) }
            case 14: failCalls()
            case 15: fill()
            case 16: failSyncs()
            default: try check()
            }
        }
        disk.setFaults(DiskFaults())
        close()
        try check()
    }

    private mutating func say(_ step: String) { history.append(step) }

    private mutating func append() {
        guard open() else { return }
        let drafts = (0..<Int.random(in: 1...4, using: &random)).map { index in
            LogFixture.draft(next + index, padding: Int.random(in: 0...400, using: &random))
        }
        let events = drafts.compactMap(\.event)
        next += drafts.count
        say("append \(events)")
        guard let writer, (try? writer.append(drafts)) != nil else {
            doubtful.formUnion(events)
            return say("  refused")
        }
        acknowledged += events
        head = writer.head
    }

    private mutating func open() -> Bool {
        if writer != nil { return true }
        say(isCreated ? "open" : "create")
        if isCreated {
            writer = try? LogWriter.open(
                at: LogFixture.location,
                boot: "b",
                writer: "w",
                moment: LogFixture.moment,
                disk: disk,
                expecting: head,
                segmentLimit: 6000
            ).writer
        } else {
            writer = try? LogFixture.create(on: disk)
            isCreated = writer != nil || disk.contents(LogFixture.path) != nil
            if writer == nil, !isCreated { say("  not created") }
        }
        return writer != nil
    }

    private mutating func close() {
        say("close")
        writer?.close()
        writer = nil
    }

    private mutating func end(_ how: String, _ next: (FaultyDisk) -> FaultyDisk) {
        say(how)
        let after = next(disk)
        writer = nil
        disk = after
        isCreated = disk.contents(LogFixture.path) != nil
    }

    private mutating func failCalls() {
        let call = disk.calls.count + Int.random(in: 1...6, using: &random)
        let code = [EIO, ENOSPC, EROFS, EDQUOT].randomElement(using: &random) ?? EIO
        say("call \(call) fails with \(code)")
        disk.setFaults(DiskFaults(failingCalls: [call: code]))
    }

    private mutating func failSyncs() {
        let sync = disk.count("fsync") + disk.count("fdatasync") + Int.random(in: 1...3, using: &random)
        say("flush \(sync) fails")
        disk.setFaults(DiskFaults(failingSyncs: [sync], longestWrite: Bool.random(using: &random) ? 300 : nil))
    }

    private mutating func fill() {
        let limit = Bool.random(using: &random) ? 0 : nil as Int?
        say(limit == nil ? "space again" : "full")
        disk.setFaults(DiskFaults(spaceLimit: limit))
    }

    private mutating func check() throws {
        say("check")
        guard isCreated else {
            if !acknowledged.isEmpty { throw Broken(reason: "the log is gone with \(acknowledged.count) events") }
            return
        }
        let contents = try LogReader(disk: disk).read(LogFixture.location, expecting: head)
        if let finding = contents.damage.first { throw Broken(reason: "damage where there was none: \(finding)") }
        let events = contents.records.compactMap(\.event)
        let kept = events.filter { !doubtful.contains($0) }
        if kept != acknowledged { throw Broken(reason: "\(kept) is there, \(acknowledged) was acknowledged") }
        if events != events.sorted() || Set(events).count != events.count { throw Broken(reason: "order: \(events)") }
        let verification = try LogReader(disk: disk).verify(LogFixture.location, expecting: head)
        if verification.recordCount != contents.records.count { throw Broken(reason: "verify counts otherwise") }
    }
}
