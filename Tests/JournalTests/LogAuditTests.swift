import EventLog
import Glibc
import Journal
import TestSupport
import Testing

@Suite struct `An audit` {
    private static func auditor(_ fixture: JournalFixture, _ trusted: [VerifierKey] = []) throws -> LogAuditor {
        try LogAuditor(home: fixture.home, disk: fixture.disk, trusted: trusted)
    }

    @Test func `anchors only what a key signed that was brought along`() throws {
        let fixture = JournalFixture()
        let (sealed, open, key) = try fixture.wholeHome()
        let home = fixture.home

        let alone = try Self.auditor(fixture)
        for log in [home.log(of: sealed), home.log(of: open), home.staffLog, home.stationLog] {
            let audit = try alone.audit(log)
            #expect(audit.outcome == .intact && audit.problems.isEmpty, "\(log) \(audit.problems)")
        }
        let brought = try Self.auditor(fixture, [key.verifier])
        let all = try brought.auditAll(in: home)
        #expect(all.count == 4)
        for entry in all { #expect(try entry.result.get().outcome == .anchored, "\(entry.path)") }
        let stranger = try Self.auditor(fixture, [StationKey(station: "other").verifier])
        #expect(try stranger.audit(home.log(of: sealed)).outcome == .intact)
    }

    @Test func `lists sessions that are missing with all they had`() throws {
        let fixture = JournalFixture()
        let (sealed, open, _) = try fixture.wholeHome()
        let home = fixture.home
        for id in [sealed, open] {
            for path in fixture.disk.files where path.hasPrefix(home.log(of: id).directory) {
                try fixture.disk.remove(path)
            }
        }

        let entries = try Self.auditor(fixture).auditAll(in: home)

        let damaged = try entries.filter { try $0.result.get().outcome == .damaged }
        #expect(Set(damaged.map(\.path)) == [home.log(of: sealed).directory, home.log(of: open).directory])
        #expect(try damaged.allSatisfy { try $0.result.get().problems[0].contains("is missing") })
    }

    /// What can be wrong beside the chain, and what it comes to.
    enum Wrong: CaseIterable, Sendable {
        case otherSeal, resealed, sealTaken, sealGarbage, attachmentAltered, attachmentMissing, keyForged
    }

    @Test(arguments: Wrong.allCases) func `sees what the chain cannot`(wrong: Wrong) throws {
        let fixture = JournalFixture()
        let (sealed, _, key) = try fixture.wholeHome()
        let (home, disk) = (fixture.home, fixture.disk)
        let log = home.log(of: sealed)
        let blob = home.blobs.path(of: LogHash(of: JournalFixture.protocolBytes))
        let expected: LogAudit.Outcome
        switch wrong {
        case .otherSeal:
            let other = Checkpoint(origin: LogSeal.origin(key: key.name, log: "other"), size: 9, root: .zero)
            disk.place(log.sealPath, SignedNote(signing: other.text, with: key).bytes)
            expected = .forged
        case .resealed:
            // The whole log is replaced and sealed anew by whoever has another key.
            let mallory = StationKey(station: "Ward 3")
            let seal = try #require(try LogReader(disk: disk).seal(of: log))
            let origin = LogSeal.origin(key: mallory.name, log: seal.log)
            let checkpoint = Checkpoint(origin: origin, size: seal.checkpoint.size, root: LogHash(of: [9]))
            disk.place(log.sealPath, SignedNote(signing: checkpoint.text, with: mallory).bytes)
            expected = .forged
        case .sealTaken:
            try disk.remove(log.sealPath)
            expected = .damaged
        case .sealGarbage:
            disk.place(log.sealPath, Array("hello\n".utf8))
            expected = .forged
        case .attachmentAltered:
            disk.place(blob, Array("other".utf8))
            expected = .damaged
        case .attachmentMissing:
            try disk.remove(blob)
            expected = .damaged
        case .keyForged:
            var bytes = try #require(disk.contents(log.sealPath))
            let dash = try #require(bytes.lastIndex(of: UInt8(ascii: " ")))
            bytes[dash + 20] = bytes[dash + 20] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            disk.place(log.sealPath, bytes)
            expected = .forged
        }
        let files = disk.files

        let audit = try Self.auditor(fixture, [key.verifier]).audit(log)

        #expect(audit.outcome == expected, "\(audit.problems) \(audit.remarks)")
        #expect(!audit.problems.isEmpty && disk.files == files)
    }

    /// Flips, cuts, swaps, repeats, holes: whatever is done to what was acknowledged, sealed or open, is reported.
    @Test func `reports every harm to what was acknowledged`() throws {
        let count = Sweep.count(400, whole: 20_000)
        let fixture = JournalFixture()
        let (sealed, open, key) = try fixture.wholeHome()
        let auditor = try Self.auditor(fixture, [key.verifier])
        let random = SeededRandom("harm")
        var mutator = Mutator(random)
        var outcomes: [LogAudit.Outcome: Int] = [:]
        let logs = [fixture.home.log(of: sealed), fixture.home.log(of: open)]
        let intact = logs.map { fixture.disk.contents($0.segmentPath(1)) ?? [] }
        for turn in 0..<count {
            let harm = Mutator.Harm.allCases[turn / 2 % Mutator.Harm.allCases.count]
            let log = logs[turn % 2]
            let harmed = mutator.harm(intact[turn % 2], by: harm)
            fixture.disk.place(log.segmentPath(1), harmed)
            let comment: Comment = "turn \(turn) \(harm) VIGIL_SEED=\(random.seed)"
            do {
                let audit = try auditor.audit(log)
                outcomes[audit.outcome, default: 0] += 1
                if audit.outcome < .damaged { Issue.record(comment) }
            } catch {
                // A file of which nothing can be read is reported too.
                guard error.isAboutContents else { throw error }
                outcomes[.damaged, default: 0] += 1
            }
        }
        print("harm: \(count) times, \(outcomes[.damaged] ?? 0) damaged, \(outcomes[.forged] ?? 0) forged")
        #expect(outcomes.values.reduce(0, +) == count)
    }
}

extension LogError {
    /// Whether a log's bytes are the reason.
    fileprivate var isAboutContents: Bool {
        switch self {
        case .damaged, .foreign, .newerFormat: true
        case .disk, .failed, .closed, .ended, .inUse, .missing, .existing, .unwritable, .recordTooLarge: false
        }
    }
}
