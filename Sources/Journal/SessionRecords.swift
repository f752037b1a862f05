package import EventLog
import JSON

/// The events of a session's log, each at its moment, before any protocol is asked.
package struct SessionRecords: Sendable {
    /// Dense from 0.
    package private(set) var events: [DecodedEvent] = []
    /// The session's time at the last record; nil for a log that holds no event.
    package private(set) var clock: SessionClock?
    /// Whether the log was ended in order: nothing follows.
    package private(set) var isFinished = false

    private var boot: String

    /// Reads the records of an unbroken chain.
    package init(_ contents: LogContents) throws(JournalError) {
        boot = contents.header.boot
        events.reserveCapacity(contents.records.count)
        for record in contents.records { try take(record, path: contents.location.description) }
    }

    private mutating func take(_ record: LogRecord, path: String) throws(JournalError) {
        isFinished = record.kind == LogFormat.Kind.close
        if record.kind.hasPrefix("log."), let named = Self.boot(in: record) { boot = named }
        let reading = ClockReading(boot: boot, bootMicros: record.bootMicros, utcMicros: record.utcMicros)
        guard let number = record.event else {
            clock?.advance(to: reading)
            return
        }
        guard number == events.count else {
            let reason = "record \(record.number) holds event \(number) where \(events.count) was due"
            throw .notASession(path: path, reason: reason)
        }
        var clock = clock ?? SessionClock(openedAt: reading)
        let moment = clock.advance(to: reading)
        self.clock = clock
        events.append(EventCoding.decode(record, number: number, at: moment))
    }

    private static func boot(in record: LogRecord) -> String? {
        (try? JSON(parsing: record.body))?["boot"]?.string
    }
}
