package import EventLog
package import Session

/// Events of one session with the records they become: encoded once, where they are decided, and checked with that.
package struct EventBatch: Hashable, Sendable {
    package let events: [Event]
    let records: RecordBatch

    /// Encodes events, in the order of their numbers, by the clock of their session.
    ///
    /// - Throws: what is wrong with the first that does not fit into a record.
    package init(_ events: [Event], by clock: SessionClock) throws(LogError) {
        self.events = events
        records = try RecordBatch(events.map { EventCoding.encode($0, bootMicros: clock.bootMicros(at: $0.at)) })
    }
}
