import EventLog
import Testing
import TestSupport

@Suite struct `A log reader` {
    private let reader = { (disk: FaultyDisk) in LogReader(disk: disk) }

    @Test(arguments: ["/home/sessions/s17", "/home/sessions/s17/", "/home/sessions/s17/000001.jsonl"])
    func `takes the directory or a file in it`(path: String) throws {
        let disk = try LogFixture.disk(batches: 2, of: 3)
        #expect(try reader(disk).read(path).records.count == 7)
        #expect(try reader(disk).verify(path).recordCount == 7)
    }

    @Test func `keeps the logs of one directory apart`() throws {
        let disk = try LogFixture.disk(batches: 1, of: 1)
        let addendum = LogLocation(directory: LogFixture.location.directory, prefix: "addendum-")
        let header = LogHeader(logID: "other", station: "s", boot: "b", writer: "w")
        try LogWriter.create(at: addendum, header: header, moment: LogFixture.moment, disk: disk)
            .append(LogFixture.drafts(0..<5))
        #expect(try reader(disk).read(LogFixture.location).records.count == 2)
        #expect(try reader(disk).read(addendum).records.count == 6)
        #expect(try reader(disk).read("\(addendum)000001.jsonl").header.logID == "other")
    }

    @Test func `says where there is no log`() throws {
        let disk = FaultyDisk()
        #expect(throws: LogError.missing(path: "/home/nothing")) { try reader(disk).read("/home/nothing") }
        #expect(throws: LogError.missing(path: "/home/000001.jsonl")) { try reader(disk).read("/home") }
    }

    @Test(arguments: [
        "", "\n", "hello\n", "{}\n", #"{"n":0,"k":"log.open"}"#, "%PDF-1.7\n", "\u{0}\u{0}\u{0}",
        #"{"n":0,"k":"log.open","t":"2026-08-23T05:34:40.123456Z","m":1,"v":1,"b":{"fmt":"sesslog/1"},"p":"","x":""}"#,
    ])
    func `refuses a file that is no log and leaves it as it is`(text: String) throws {
        let disk = FaultyDisk()
        disk.place(LogFixture.path, Array(text.utf8))
        let error = #expect(throws: LogError.self) { try reader(disk).read(LogFixture.location) }
        guard case .foreign(LogFixture.path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: LogError.self) { try LogFixture.open(on: disk) }
        #expect(disk.contents(LogFixture.path) == Array(text.utf8))
        #expect(disk.calls.isEmpty)
    }

    @Test func `refuses a log in a later format by its name`() throws {
        let disk = try LogFixture.disk(batches: 1, of: 1)
        let text = String(decoding: try #require(disk.contents(LogFixture.path)), as: UTF8.self)
        let later = Array(text.replacing("vigil-log/1", with: "vigil-log/2").utf8)
        disk.place(LogFixture.path, later)
        #expect(throws: LogError.newerFormat(path: LogFixture.path, format: "vigil-log/2")) {
            try LogFixture.open(on: disk)
        }
        #expect(disk.contents(LogFixture.path) == later)
    }

    @Test func `names the records and the tree of an intact log`() throws {
        let disk = try LogFixture.disk(batches: 3, of: 4)
        let contents = try reader(disk).read(LogFixture.location)
        let verification = try reader(disk).verify(LogFixture.path)
        #expect(verification.outcome == .intact)
        #expect(verification.recordCount == 13)
        #expect(verification.lastLeaf == contents.records.last?.leaf)
        var tree = MerkleTree()
        for record in contents.records {
            #expect(record.leaf == LogHash.leaf(of: Array(record.line)))
            tree.append(record.leaf)
        }
        #expect(verification.root == tree.root)
    }
}
