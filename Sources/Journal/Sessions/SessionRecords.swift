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

    /// Where each event stands among the records, dense from 0.
    private var places: [Place] = []

    private struct Place: Sendable {
        /// Nil where the event is lost.
        let record: Int?
        let moment: Moment
    }

    /// Reads all records that are whole.
    ///
    /// Where records are lost, or are known from elsewhere to have been there, an entry says so in the place of each
    /// event; where a number stands twice, the first counts.
    package init(_ contents: LogContents) throws(JournalError) {
        boot = contents.header.boot
        let mayHaveGaps = !contents.damage.isEmpty
        let records = contents.readable
        places.reserveCapacity(records.count)
        do throws(Misplaced) {
            for (index, record) in records.enumerated() { try take(record, index, mayHaveGaps: mayHaveGaps) }
            if let clock, mayHaveGaps {
                try fillGap(upTo: contents.last.highestEvent + 1, at: clock.moment(clock.reading))
            }
        } catch {
            throw .notASession(path: contents.location.description, reason: error.reason)
        }
        events = Self.decode(places, of: records)
        places = []
    }

    private struct Misplaced: Error {
        let reason: String
    }

    private mutating func take(_ record: LogRecord, _ index: Int, mayHaveGaps: Bool) throws(Misplaced) {
        isFinished = record.kind == LogFormat.Kind.close
        boot = record.namedBoot ?? boot
        let reading = ClockReading(boot: boot, bootMicros: record.bootMicros, utcMicros: record.utcMicros)
        guard let number = record.event else {
            clock?.advance(to: reading)
            return
        }
        guard number == places.count || mayHaveGaps else {
            throw Misplaced(reason: "record \(record.number) holds event \(number) where \(places.count) was due")
        }
        guard number >= places.count else { return }
        var clock = clock ?? SessionClock(openedAt: reading)
        let moment = clock.advance(to: reading)
        self.clock = clock
        try fillGap(upTo: number, at: moment)
        places.append(Place(record: index, moment: moment))
    }

    /// Lost entries that a session is shown with; more than anybody charts, and soon enough made.
    private static let longestGap = 100_000

    private mutating func fillGap(upTo number: Int, at moment: Moment) throws(Misplaced) {
        guard number - places.count <= Self.longestGap else {
            throw Misplaced(reason: "it names event \(number) after \(places.count) events")
        }
        while places.count < number { places.append(Place(record: nil, moment: moment)) }
    }

    /// Events that one thread decodes at a time: more than a session has, so that only a very long log is shared out.
    private static let share = 4096

    /// Decoding is most of what opening a long log costs, and no event needs another to be decoded.
    private static func decode(_ places: [Place], of records: [LogRecord]) -> [DecodedEvent] {
        let ranges = stride(from: 0, to: places.count, by: share).map { $0..<min($0 + share, places.count) }
        let decoded = inParallel(ranges, threads: LogReader.processors) { range in
            records.withUnsafeBufferPointer { records in range.map { decode($0, places[$0], of: records) } }
        }
        return decoded.count == 1 ? decoded[0] : Array(decoded.joined())
    }

    private static func decode(
        _ number: Int,
        _ place: Place,
        of records: UnsafeBufferPointer<LogRecord>
    ) -> DecodedEvent {
        guard let record = place.record else {
            let lost = Event(number: number, at: place.moment, author: .system, body: .entryLost)
            return DecodedEvent(event: lost, problems: [])
        }
        return EventCoding.decode(records[record], number: number, at: place.moment)
    }
}
