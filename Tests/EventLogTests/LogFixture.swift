import EventLog
import TestSupport

/// A log at `/home/sessions/s17` and what tests do to it.
enum LogFixture {
    static let location = LogLocation(directory: "/home/sessions/s17")
    static let path = location.segmentPath(1)
    static let header = LogHeader(logID: "01K3B7Q2V8", station: "Raum \"3\"\\é", boot: "boot-1", writer: "vigil 1")
    static let moment = LogMoment(utcMicros: 1_787_463_280_123_456, bootMicros: 412_345_678_901)

    static func create(on disk: any Disk) throws(LogError) -> LogWriter {
        try LogWriter.create(at: location, header: header, moment: moment, disk: disk)
    }

    static func open(on disk: any Disk) throws(LogError) -> OpenedLog {
        try LogWriter.open(at: location, boot: "boot-2", writer: "vigil 2", moment: moment, disk: disk)
    }

    /// A draft that can be told from every other by its event number and body.
    static func draft(_ event: Int, padding: Int = 0) -> RecordDraft {
        RecordDraft(
            event: event,
            kind: "vitals.recorded",
            utcMicros: moment.utcMicros + Int64(event) * 1_000_000,
            bootMicros: moment.bootMicros + Int64(event) * 1_000_000,
            actor: "ab12:nurse",
            body: Array(#"{"heartRatePerMin":\#(event),"note":"\#(String(repeating: "é", count: padding))"}"#.utf8)
        )
    }

    static func drafts(_ events: Range<Int>, padding: Int = 0) -> [RecordDraft] {
        events.map { draft($0, padding: padding) }
    }

    /// The numbers of the session events in a log, in their order.
    static func events(in contents: LogContents) -> [Int] {
        contents.records.compactMap(\.event)
    }

    /// A disk with a closed log of `batches` batches of `size` events each.
    static func disk(batches: Int, of size: Int) throws -> FaultyDisk {
        let disk = FaultyDisk()
        let writer = try create(on: disk)
        for batch in 0..<batches { try writer.append(drafts(batch * size..<(batch + 1) * size)) }
        writer.close()
        return disk
    }
}

extension Flusher {
    /// Checks drafts and hands them over.
    func post(_ drafts: [RecordDraft]) throws(LogError) { try post(RecordBatch(drafts)) }
}
