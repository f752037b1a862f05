import EventLog
import Testing
import TestSupport

/// Every state a power cut may leave, one after the other, at every moment of a log's life.
///
/// The reference (Pillai et al., OSDI 2014) needs no more than this: any subset of the unsynced sectors new, old or
/// trashed, any size between, any name there or not. What must hold then is checked by `CrashJudge`; that the judge
/// would notice a log that does it wrong is shown by four logs that do.
@Suite struct `Every legal crash state` {
    /// How many states of each cut are looked at: all are about 20,000.
    private static let limit = Sweep.count(150)
    private static let fewest = Sweep.count(1500, whole: 20_000)

    @Test func `loses nothing acknowledged, invents nothing, and is never called damage`() throws {
        var count = 0
        for cut in try CrashJudge.cuts(of: FaultyDisk()) {
            count += try cut.disk.allAfterPowerCut(limit: Self.limit) { disk in
                let verdict = try CrashJudge.judge(disk, acknowledged: cut.acknowledged, recover: CrashJudge.recover)
                #expect(verdict == nil, "call \(cut.call): \(verdict ?? "")")
            }
        }
        print("crash states: \(count)")
        #expect(count >= Self.fewest)
    }

    @Test func `of a recovery that is itself cut off leads to the same`() throws {
        var count = 0
        for cut in try CrashJudge.cuts(of: FaultyDisk()).filter({ $0.acknowledged > 0 }).suffix(6) {
            _ = try cut.disk.allAfterPowerCut(limit: Sweep.count(3)) { torn in
                let whole = torn.afterKill()
                try CrashJudge.recover(whole).writer.close()
                for call in 1...whole.calls.count {
                    let second = torn.afterKill()
                    second.setFaults(DiskFaults(powerOffAtCall: call))
                    _ = try? CrashJudge.recover(second)
                    count += try second.allAfterPowerCut(limit: Sweep.count(5)) { disk in
                        let verdict = try CrashJudge.judge(
                            disk,
                            acknowledged: cut.acknowledged,
                            recover: CrashJudge.recover
                        )
                        #expect(verdict == nil, "call \(cut.call), recovery call \(call): \(verdict ?? "")")
                    }
                }
            }
        }
        print("crash states inside recovery: \(count)")
        #expect(count > 100)
    }

    // MARK: Canaries: logs that do one thing wrong, each of which must be noticed

    @Test(arguments: ["fsync directory", "fdatasync"]) func `catches a log that leaves a sync out`(call: String) throws
    {
        let disk = FaultyDisk(DiskFaults(ignoredCalls: [call]))
        #expect(try Self.isCaught(CrashJudge.cuts(of: disk), CrashJudge.recover))
    }

    @Test func `catches a log that tries a failed flush again`() throws {
        let disk = FaultyDisk(DiskFaults(failingSyncs: [4]))
        let cuts = try CrashJudge.cuts(of: RetryingDisk(disk), underneath: disk)
        #expect(try Self.isCaught(cuts, CrashJudge.recover))
    }

    @Test func `catches a recovery that cuts at the first bad line`() throws {
        let disk = FaultyDisk()
        _ = try CrashJudge.live(on: disk)
        var bytes = try #require(disk.contents(LogFixture.path))
        bytes[bytes.count / 2] ^= 1
        let damaged = disk.afterKill()
        damaged.place(LogFixture.path, bytes)
        let good = try CrashJudge.judge(
            damaged.afterKill(),
            acknowledged: CrashJudge.eventCount,
            isDamaged: true,
            recover: CrashJudge.recover
        )
        #expect(good == nil, "\(good ?? "")")
        let bad = try CrashJudge.judge(
            damaged.afterKill(),
            acknowledged: CrashJudge.eventCount,
            isDamaged: true,
            recover: CrashJudge.recoverCutting
        )
        #expect(bad != nil)
    }

    private static func isCaught(
        _ cuts: [CrashJudge.Cut],
        _ recover: (FaultyDisk) throws -> OpenedLog
    ) throws -> Bool {
        for cut in cuts {
            var isCaught = false
            _ = try cut.disk.allAfterPowerCut(limit: 200) { disk in
                guard !isCaught else { return }
                isCaught = try CrashJudge.judge(disk, acknowledged: cut.acknowledged, recover: recover) != nil
            }
            if isCaught { return true }
        }
        return false
    }
}
