import EventLog
import Testing
import TestSupport

/// Logs in order are verified in parts, on several threads; what comes of it has to be what the scanner says.
@Suite struct `Verifying in parts` {
    @Test(arguments: [1, 2, 3, 5]) func `says of a log in order what the scanner says`(threads: Int) throws {
        let reader = LogReader(disk: try LongLog.disk(), threads: threads)
        let expected = try reader.verifyScanning(LogFixture.location)

        #expect(try reader.verifyIntact(LogFixture.location) == expected)
        #expect(try reader.verify(LogFixture.location) == expected)
        #expect(expected.findings.isEmpty && expected.lineCount > LongLog.events)
    }

    @Test func `says that a log is ended`() throws {
        let disk = FaultyDisk()
        let writer = try LogFixture.create(on: disk)
        try writer.append(LogFixture.drafts(0..<3))
        try writer.append([RecordDraft(kind: LogFormat.Kind.close, utcMicros: 1, bootMicros: 1, body: Array("{}".utf8))]
        )
        writer.close()
        let reader = LogReader(disk: disk)

        #expect(try reader.verifyIntact(LogFixture.location) == reader.verifyScanning(LogFixture.location))
        #expect(try reader.verify(LogFixture.location).isEnded)
    }

    @Test(arguments: LongLog.harms.indices) func `leaves a log that is not in order to the scanner`(_ harm: Int) throws
    {
        let disk = try LongLog.disk()
        try LongLog.harms[harm].harm(disk)
        let reader = LogReader(disk: disk, threads: 2)

        #expect(try reader.verifyIntact(LogFixture.location) == nil, "\(LongLog.harms[harm].name)")
        #expect(try !reader.verify(LogFixture.location).findings.isEmpty, "\(LongLog.harms[harm].name)")
    }

    @Test func `leaves an unfinished write, and a log that is known to differ, to the scanner`() throws {
        let disk = try LogFixture.disk(batches: 4, of: 3)
        let reader = LogReader(disk: disk)
        let whole = try reader.read(LogFixture.location)
        func head(_ record: Int, _ leaf: LogHash) -> LogHead {
            LogHead(logID: LogFixture.header.logID, record: record, event: record - 1, leaf: leaf)
        }
        let heads: [(LogHead, LogVerification.Outcome)] = [
            (head(12, whole.records[12].leaf), .intact),
            (head(5, whole.records[5].leaf), .intact),
            (head(5, whole.records[6].leaf), .forged),
            (head(13, whole.records[6].leaf), .damaged),
        ]
        for (head, outcome) in heads {
            let quick = try reader.verifyIntact(LogFixture.location, expecting: head)
            #expect((quick != nil) == (outcome == .intact), "head \(head.record)")
            #expect(try reader.verify(LogFixture.location, expecting: head).outcome == outcome, "head \(head.record)")
        }
        disk.place(LogFixture.path, try #require(disk.contents(LogFixture.path)).dropLast(20))
        #expect(try reader.verifyIntact(LogFixture.location) == nil)
        #expect(try reader.verify(LogFixture.location).outcome == .torn)
    }

    @Test func `a tree put together of parts is the tree over all leaves`() {
        var random = SeededRandom("Trees in parts")
        for _ in 0..<200 {
            let leaves = (0..<Int.random(in: 1...90, using: &random)).map { LogHash(of: [UInt8($0)]) }
            var tree = MerkleTree()
            while tree.count < leaves.count {
                var part = MerkleTree(from: tree.count)
                let end = Int.random(in: tree.count...leaves.count, using: &random)
                for leaf in leaves[tree.count..<end] { part.append(leaf) }
                tree.append(part)
            }
            #expect(tree == MerkleTree(leaves), "VIGIL_SEED=\(random.seed) \(leaves.count) leaves")
        }
    }
}
