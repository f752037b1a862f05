package import EventLog
import Session

/// The events of a session's log, each at its moment, before any protocol is asked.
package struct SessionRecords: Sendable {
    /// Dense from 0.
    package private(set) var events: [DecodedEvent] = []
    /// The session's time at the last record; nil for a log that holds no event.
    package private(set) var clock: SessionClock?
    /// Whether the log was ended in order: nothing follows.
    package private(set) var isFinished = false

    private var boot: String

    /// Reads all records that are whole.
    ///
    /// Where records are lost, or are known from elsewhere to have been there, an entry says so in the place of each
    /// event; where a number stands twice, the first counts.
    package init(_ contents: LogContents) throws(JournalError) {
        boot = contents.header.boot
        let mayHaveGaps = !contents.damage.isEmpty
        events.reserveCapacity(contents.records.count)
        for record in contents.readable {
            try take(record, path: contents.location.description, mayHaveGaps: mayHaveGaps)
        }
        guard let clock, mayHaveGaps else { return }
        let path = contents.location.description
        try fillGap(upTo: contents.last.highestEvent + 1, at: clock.moment(clock.reading), path: path)
    }

    private mutating func take(_ record: LogRecord, path: String, mayHaveGaps: Bool) throws(JournalError) {
        isFinished = record.kind == LogFormat.Kind.close
        boot = record.namedBoot ?? boot
        let reading = ClockReading(boot: boot, bootMicros: record.bootMicros, utcMicros: record.utcMicros)
        guard let number = record.event else {
            clock?.advance(to: reading)
            return
        }
        guard number == events.count || mayHaveGaps else {
            let reason = "record \(record.number) holds event \(number) where \(events.count) was due"
            throw .notASession(path: path, reason: reason)
        }
        guard number >= events.count else { return }
        var clock = clock ?? SessionClock(openedAt: reading)
        let moment = clock.advance(to: reading)
        self.clock = clock
        try fillGap(upTo: number, at: moment, path: path)
        events.append(EventCoding.decode(record, number: number, at: moment))
    }

    /// Lost entries that a session is shown with; more than anybody charts, and soon enough made.
    private static let longestGap = 100_000

    private mutating func fillGap(upTo number: Int, at moment: Moment, path: String) throws(JournalError) {
        guard number - events.count <= Self.longestGap else {
            throw .notASession(path: path, reason: "it names event \(number) after \(events.count) events")
        }
        while events.count < number {
            let event = Event(number: events.count, at: moment, author: .system, body: .entryLost)
            events.append(DecodedEvent(event: event, problems: []))
        }
    }
}
