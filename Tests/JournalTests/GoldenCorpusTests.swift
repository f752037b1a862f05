import EventLog
import Foundation
import Journal
import JSON
import Session
import TestSupport
import Testing

/// Logs as each released version wrote them: they are read for ever.
///
/// A file is added with a release and then never changes. Until its release, `VIGIL_SNAPSHOTS=write` writes the newest
/// one anew.
@Suite struct `The golden corpus` {
    static let newest = "v0.3.jsonl"

    @Test(arguments: try files()) func `is an unbroken log without a problem`(file: String) throws {
        let contents = try contents(of: file)
        let records = try SessionRecords(contents)

        #expect(contents.findings.isEmpty)
        #expect(records.events.count == contents.records.count { $0.event != nil })
        #expect(records.events.flatMap(\.problems).isEmpty)
    }

    @Test(arguments: try files()) func `is written again byte for byte`(file: String) throws {
        let contents = try contents(of: file)
        let events = try SessionRecords(contents).events
        let records = contents.records.filter { $0.event != nil }

        for (record, decoded) in zip(records, events) {
            let draft = EventCoding.encode(decoded.event, bootMicros: record.bootMicros)
            #expect(draft.kind == record.kind)
            #expect(draft.version == record.version)
            #expect(draft.actor == record.actor)
            #expect(String(decoding: draft.body, as: UTF8.self) == String(decoding: record.body, as: UTF8.self))
        }
    }

    @Test func `holds every example of the newest version`() throws {
        let events = try SessionRecords(try contents(of: Self.newest)).events.map(\.event)

        #expect(events == EventExamples.events)
    }

    @Test func `holds what the newest version writes, envelope and chain included`() throws {
        let written = try write(EventExamples.events)
        let path = Self.folder.appending(path: Self.newest)
        if Snapshots.areWritten { try Data(written).write(to: path) }

        #expect(written == [UInt8](try Data(contentsOf: path)))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private static func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }.sorted()
    }

    private func contents(of file: String) throws -> LogContents {
        let disk = FaultyDisk()
        disk.place("/home/000001.jsonl", [UInt8](try Data(contentsOf: Self.folder.appending(path: file))))
        return try LogReader(disk: disk).read("/home")
    }

    private func write(_ events: [Event]) throws -> [UInt8] {
        let disk = FaultyDisk()
        let start = try #require(events.first?.at)
        let log = try LogWriter.create(
            at: LogLocation(directory: "/home"),
            header: LogHeader(logID: "golden", station: "Ward 3", boot: "boot-1", writer: "vigil 0.2"),
            moment: LogMoment(utcMicros: start.utcMicros, bootMicros: 1000),
            disk: disk
        )
        try log.append(events.map { EventCoding.encode($0, bootMicros: 1000 + $0.at.sessionMicros) })
        log.close()
        return try #require(disk.contents("/home/000001.jsonl"))
    }
}
