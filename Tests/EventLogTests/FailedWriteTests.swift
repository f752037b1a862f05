import EventLog
import Glibc
import Testing
import TestSupport

@Suite struct `A write that fails` {
    private static let fallback = LogLocation(directory: "/home/sessions/s17", fallback: "/spare/s17")

    private static func disk() throws -> FaultyDisk {
        let disk = FaultyDisk()
        try disk.makeDirectory("/spare")
        try disk.syncDirectory("/")
        return disk
    }

    private static func create(
        on disk: any Disk,
        _ location: LogLocation = LogFixture.location,
        ballast: Ballast? = nil
    )
        throws(LogError) -> LogWriter
    {
        try LogWriter.create(
            at: location,
            header: LogFixture.header,
            moment: LogFixture.moment,
            disk: disk,
            ballast: ballast
        )
    }

    /// Each way in which one call can fail, at each call of ten batches: nothing that was acknowledged is lost, whatever
    /// the power does afterwards, and the log is read without a finding.
    @Test(arguments: [EIO, ENOSPC, EDQUOT, EFBIG, EROFS])
    func `once, anywhere, loses nothing acknowledged and leaves no damage`(code: Int32) throws {
        let whole = try Self.disk()
        let calls = try Self.live(on: whole, code).calls
        for call in calls {
            let disk = try Self.disk()
            let start = disk.calls.count
            disk.setFaults(DiskFaults(failingCalls: [start + call: code]))
            let acknowledged = try Self.live(on: disk, code).events
            disk.setFaults(DiskFaults())
            for seed in 0..<4 as Range<UInt64> {
                let after = disk.afterPowerCut(seed: seed)
                guard let contents = try? LogReader(disk: after).read(LogFixture.location) else {
                    #expect(acknowledged.isEmpty, "call \(call)")
                    continue
                }
                #expect(contents.damage.isEmpty, "call \(call) seed \(seed) \(contents.damage)")
                #expect(LogFixture.events(in: contents).starts(with: acknowledged), "call \(call) seed \(seed)")
            }
        }
    }

    /// Writes ten batches, giving each again after it failed, and returns what was acknowledged.
    private static func live(on disk: FaultyDisk, _ code: Int32) throws -> (events: [Int], calls: ClosedRange<Int>) {
        let start = disk.calls.count
        guard let writer = try? create(on: disk) else { return ([], 1...1) }
        var events: [Int] = []
        for batch in 0..<10 {
            let drafts = LogFixture.drafts(batch * 2..<batch * 2 + 2, padding: 100)
            if (try? writer.append(drafts)) == nil, (try? writer.append(drafts)) == nil { break }
            events += [batch * 2, batch * 2 + 1]
        }
        return (events, 1...(disk.calls.count - start))
    }

    @Test func `on a full disk gives the ballast up before an entry is refused`() throws {
        let disk = try Self.disk()
        let ballast = Ballast(path: "/home/reserve.bin", disk: disk)
        #expect(try ballast.hold())
        let writer = try Self.create(on: disk, ballast: ballast)
        try writer.append([LogFixture.draft(0)])
        disk.setFaults(DiskFaults(spaceLimit: 0))
        var saved = 0
        while saved < 3000, (try? writer.append([LogFixture.draft(saved + 1)])) != nil { saved += 1 }
        #expect(saved < 3000, "without space nothing is saved but in what the log had reserved")

        disk.setFaults(DiskFaults(spaceLimit: Ballast.byteCount + 400_000))
        #expect(disk.contents("/home/reserve.bin")?.isEmpty == true, "the ballast went first")
        #expect((try? writer.append([LogFixture.draft(saved + 1)])) != nil)
        #expect(writer.isLowOnSpace == false)
    }

    @Test func `leaves a ballast alone that a nearly full disk has no room for twice`() throws {
        let disk = try Self.disk()
        disk.setFaults(DiskFaults(spaceLimit: Ballast.byteCount + 1000))

        #expect(try !Ballast(path: "/home/reserve.bin", disk: disk).hold())

        #expect(disk.contents("/home/reserve.bin")?.isEmpty == true)
    }

    @Test func `because its disk is gone goes on on the other disk, and comes home later`() throws {
        let disk = try Self.disk()
        let writer = try Self.create(on: disk, Self.fallback)
        try writer.append([LogFixture.draft(0)])
        disk.setFaults(DiskFaults(lostPrefix: "/home"))
        try writer.append([LogFixture.draft(1)])
        try writer.append([LogFixture.draft(2)])
        #expect(writer.path.hasPrefix("/spare/s17/"))
        writer.close()

        let away = disk.afterPowerCut(seed: 4)
        #expect(LogFixture.events(in: try LogReader(disk: away).read(Self.fallback)) == [0, 1, 2])

        let opened = try LogWriter.open(
            at: Self.fallback,
            boot: "b",
            writer: "w",
            moment: LogFixture.moment,
            disk: away
        )
        try opened.writer.append([LogFixture.draft(3)])
        #expect(!opened.isNewlyDamaged)
        #expect(away.files.allSatisfy { $0.hasPrefix("/home") }, "\(away.files)")
        #expect(LogFixture.events(in: try LogReader(disk: away).read(LogFixture.location)) == [0, 1, 2, 3])
    }

    @Test func `on every disk keeps the entries until one takes them`() throws {
        let disk = try Self.disk()
        let writer = try Self.create(on: disk, Self.fallback)
        disk.setFaults(DiskFaults(lostPrefix: "/"))
        #expect(throws: LogError.self) { try writer.append([LogFixture.draft(0)]) }
        #expect(throws: LogError.self) { try writer.append([LogFixture.draft(0)]) }

        disk.setFaults(DiskFaults(lostPrefix: "/home"))
        try writer.append([LogFixture.draft(0), LogFixture.draft(1)])

        let contents = try LogReader(disk: disk.afterPowerCut(seed: 1)).read(Self.fallback)
        #expect(LogFixture.events(in: contents) == [0, 1] && contents.damage.isEmpty)
    }

    @Test func `after a segment is full goes on in the next, in one chain`() throws {
        let disk = try Self.disk()
        let writer = try LogWriter.create(
            at: LogFixture.location,
            header: LogFixture.header,
            moment: LogFixture.moment,
            disk: disk,
            segmentLimit: 3000
        )
        for event in 0..<60 { try writer.append([LogFixture.draft(event)]) }
        writer.close()

        let contents = try LogReader(disk: disk).read(LogFixture.location)
        #expect(contents.findings.isEmpty && contents.unchained.isEmpty)
        #expect(LogFixture.events(in: contents) == Array(0..<60))
        #expect(contents.records.filter { $0.kind == "log.segment" }.count > 3)
        let verification = try LogReader(disk: disk).verify(LogFixture.location)
        #expect(verification.root == MerkleTree(contents.records.map(\.leaf)).root)
        let tail = try LockedLog(LogFixture.location, disk: disk, trustsEarlierSegments: true).contents
        #expect(tail.findings.isEmpty && tail.records.last == contents.records.last)
        #expect(tail.records.count < 15)
    }

    @Test func `keeps the tree that is asked for, over segments and failures`() throws {
        let disk = try Self.disk()
        let writer = try Self.create(on: disk)
        writer.tree = MerkleTree([writer.headLeaf])
        for event in 0..<5 { try writer.append([LogFixture.draft(event)]) }
        disk.setFaults(DiskFaults(failingSyncs: [disk.count("fsync") + disk.count("fdatasync") + 1]))
        for event in 5..<10 { try writer.append([LogFixture.draft(event)]) }

        let leaves = try LogReader(disk: disk).read(LogFixture.location).records.map(\.leaf)
        #expect(writer.tree == MerkleTree(leaves))
        let tree = MerkleTree(leaves)
        #expect(MerkleTree(count: tree.count, subtrees: tree.subtreeRoots) == tree)
        #expect(MerkleTree(count: tree.count + 1, subtrees: tree.subtreeRoots) == nil)
    }
}
