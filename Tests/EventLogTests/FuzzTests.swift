import EventLog
import Glibc
import Testing
import TestSupport

/// Hostile bytes in the place of a log, a seal, a proof and a key: each is answered, and none ends the process.
///
/// `VIGIL_SEED` repeats a run.
@Suite struct `Hostile bytes` {
    private static let count = Sweep.count(200, whole: 1_000_000)
    private static let location = LogFixture.location

    /// Logs of several shapes: short, of many batches, gone on after a failed flush, gone on after damage.
    private static func logs() throws -> [[String: [UInt8]]] {
        let short = try LogFixture.disk(batches: 1, of: 2)
        let long = try LogFixture.disk(batches: 6, of: 3)
        let failed = FaultyDisk()
        let writer = try LogFixture.create(on: failed)
        try writer.append([LogFixture.draft(0)])
        failed.setFaults(DiskFaults(failingSyncs: [failed.count("fsync") + failed.count("fdatasync") + 1]))
        for event in 1..<4 { try writer.append([LogFixture.draft(event)]) }
        let damaged = try LogFixture.disk(batches: 3, of: 2)
        var bytes = try #require(damaged.contents(LogFixture.path))
        bytes[900] ^= 1
        damaged.place(LogFixture.path, bytes)
        try LogFixture.open(on: damaged).writer.append([LogFixture.draft(9)])
        return [short, long, failed, damaged].map { disk in
            var files: [String: [UInt8]] = [:]
            for path in disk.files where path.hasSuffix(".jsonl") { files[path] = disk.contents(path) }
            return files
        }
    }

    @Test func `in a log are read to an end, the same twice, and never change it`() throws {
        let random = SeededRandom("hostile logs")
        var mutator = Mutator(random)
        let logs = try Self.logs()
        for turn in 0..<Self.count {
            // A disk remembers what was on it for the next power cut, so each input gets one of its own.
            let disk = FaultyDisk()
            let reader = LogReader(disk: disk)
            let files = logs[turn % logs.count]
            for (path, bytes) in files { disk.place(path, bytes) }
            let path = files.keys.sorted()[turn % files.count]
            let bytes = mutator.fuzz(files[path] ?? [])
            disk.place(path, bytes)

            let first = try? reader.read(Self.location)
            let verification = try? reader.verify(Self.location)

            #expect(disk.contents(path) == bytes, "turn \(turn) VIGIL_SEED=\(random.seed)")
            guard let first, let verification else {
                #expect((first == nil) == (verification == nil) || first == nil, "turn \(turn)")
                continue
            }
            let isSame =
                verification.recordCount == first.records.count
                && verification.unchainedCount == first.unchained.count
                && verification.findings == first.findings
            #expect(isSame, "turn \(turn) VIGIL_SEED=\(random.seed)")
            let lines = bytes.count { $0 == UInt8(ascii: "\n") }
            #expect(first.records.count <= lines + 100, "turn \(turn) VIGIL_SEED=\(random.seed)")
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("hostile logs: \(Self.count), at most \(usage.ru_maxrss / 1024) MB in this process")
    }

    @Test func `in a log leave it one that can be opened and gone on with, or refused untouched`() throws {
        let random = SeededRandom("hostile openings")
        var mutator = Mutator(random)
        let log = try #require(try Self.logs()[1][LogFixture.path])
        for turn in 0..<Self.count / 4 {
            let disk = FaultyDisk()
            let bytes = mutator.fuzz(log)
            disk.place(LogFixture.path, bytes)
            guard let opened = try? LogFixture.open(on: disk) else {
                #expect(disk.contents(LogFixture.path) == bytes, "turn \(turn) VIGIL_SEED=\(random.seed)")
                continue
            }
            try opened.writer.append([LogFixture.draft(77)])
            opened.writer.close()
            let again = try LogReader(disk: disk).read(Self.location)
            let comment: Comment = "turn \(turn) VIGIL_SEED=\(random.seed)"
            #expect(again.readable.last?.event == 77, comment)
            #expect(again.readable.count >= opened.contents.readable.count, comment)
            let last = try LogFixture.open(on: disk)
            #expect(!last.isNewlyDamaged, "\(comment) \(opened.contents.damage) then \(last.contents.damage)")
        }
    }

    @Test func `in a seal, a proof or a key are refused`() throws {
        let random = SeededRandom("hostile notes")
        var mutator = Mutator(random)
        let key = StationKey(station: "Ward 3")
        let checkpoint = Checkpoint(origin: LogSeal.origin(key: key.name, log: "x"), size: 7, root: LogHash(of: [1]))
        let note = SignedNote(signing: checkpoint.text, with: key)
        let proof = LogProof(line: Array("line".utf8), index: 3, hashes: [LogHash(of: [2])], note: note)
        for _ in 0..<Self.count / 4 {
            let spoilt = mutator.fuzz(note.bytes)
            let signers = try? SignedNote(parsing: spoilt).signers(among: [key.verifier])
            if signers != nil { #expect(try SignedNote(parsing: spoilt).text == note.text) }
            _ = try? LogProof(parsing: mutator.fuzz(proof.bytes)).verified(Array("line".utf8), by: [key.verifier])
            let text = String(decoding: mutator.fuzz(Array(key.verifier.description.utf8)), as: UTF8.self)
            if let other = try? VerifierKey(parsing: text) {
                #expect(other == key.verifier || other.id != key.verifier.id)
            }
            _ = try? StationKey(parsing: text)
        }
    }

    @Test func `of any length in the first place of a log are looked at and not read whole`() throws {
        let disk = FaultyDisk()
        disk.place(LogFixture.path, [UInt8](repeating: UInt8(ascii: "a"), count: 40 << 20))

        #expect(throws: LogError.self) { try LogReader(disk: disk).read(Self.location) }
        #expect(disk.bytesRead < 2 << 20)
    }
}
