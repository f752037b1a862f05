import EventLog
import Testing
import TestSupport

@Suite struct `Sealing a log` {
    static let key = StationKey(station: "Ward 3")
    private static let location = LogFixture.location

    /// A disk with a log that has been ended.
    static func endedLog(events: Int = 9) throws -> FaultyDisk {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append(LogFixture.drafts(0..<events))
        try writer.append([end(events)])
        writer.close()
        return disk
    }

    static func end(_ count: Int) -> RecordDraft {
        RecordDraft(
            kind: LogFormat.Kind.close,
            utcMicros: LogFixture.moment.utcMicros,
            bootMicros: LogFixture.moment.bootMicros + 99_000_000,
            body: Array(#"{"count":\#(count)}"#.utf8)
        )
    }

    @Test func `signs its size and root and takes the right to write`() throws {
        let disk = try Self.endedLog()
        let reader = LogReader(disk: disk)

        let (seal, digest) = try reader.seal(Self.location, with: Self.key)

        let verification = try reader.verify(Self.location.directory)
        #expect(seal.checkpoint.size == 11 && seal.checkpoint.root == verification.root)
        #expect(seal.checkpoint.origin == "\(Self.key.name)/log/01K3B7Q2V8")
        #expect(try seal.note.signers(among: [Self.key.verifier]) == [Self.key.verifier])
        let bytes = try #require(disk.contents(LogFixture.path))
        #expect(digest.byteCount == bytes.count && digest.sha256 == LogHash(of: bytes))
        #expect(digest.lastLeaf == verification.lastLeaf)
        #expect(disk.permissions(LogFixture.path) == 0o400 && disk.permissions(Self.location.sealPath) == 0o400)
    }

    @Test func `twice gives the same seal`() throws {
        let disk = try Self.endedLog()
        let first = try LogReader(disk: disk).seal(Self.location, with: Self.key)
        let bytes = disk.contents(Self.location.sealPath)

        let second = try LogReader(disk: disk).seal(Self.location, with: Self.key)

        #expect(first == second && disk.contents(Self.location.sealPath) == bytes)
    }

    @Test func `can be done again wherever the power went`() throws {
        let finished = try Self.endedLog()
        for call in 1...40 {
            let disk = finished.afterKill()
            disk.setFaults(DiskFaults(powerOffAtCall: call))
            let result = try? LogReader(disk: disk).seal(Self.location, with: Self.key)
            let after = disk.afterPowerCut(seed: UInt64(call))
            let (seal, _) = try LogReader(disk: after).seal(Self.location, with: Self.key)
            #expect(seal.checkpoint.size == 11, "power off at call \(call)")
            #expect(after.files.count { $0.hasSuffix("seal.checkpoint") } == 1)
            if let result {
                #expect(result.seal == seal)
                return
            }
        }
        Issue.record("the log was never sealed")
    }

    @Test func `refuses one that is still open`() throws {
        let disk = try LogFixture.disk(batches: 2, of: 2)
        #expect(throws: SealError.self) { try LogReader(disk: disk).seal(Self.location, with: Self.key) }
        #expect(disk.contents(Self.location.sealPath) == nil && disk.permissions(LogFixture.path) == 0o600)
    }

    @Test func `covers every byte of one that is damaged`() throws {
        let disk = try Self.endedLog()
        var bytes = try #require(disk.contents(LogFixture.path))
        bytes[bytes.count / 2] ^= 1
        disk.place(LogFixture.path, bytes)

        let (seal, digest) = try LogReader(disk: disk).seal(Self.location, with: Self.key)

        #expect(seal.checkpoint.size == 11 && digest.sha256 == LogHash(of: bytes))
        let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n")).map { LogHash.leaf(of: Array($0)) }
        #expect(seal.checkpoint.root == MerkleTree(lines).root)
    }

    @Test func `refuses a seal of something else and leaves it as it is`() throws {
        let disk = try Self.endedLog()
        let other = Checkpoint(origin: "\(Self.key.name)/log/another", size: 11, root: .zero)
        let bytes = SignedNote(signing: other.text, with: Self.key).bytes
        for stranger in [bytes, Array(bytes.dropLast(7))] {
            disk.place(Self.location.sealPath, stranger)
            #expect(throws: SealError.self) { try LogReader(disk: disk).seal(Self.location, with: Self.key) }
            #expect(disk.contents(Self.location.sealPath) == stranger)
        }
    }
}
