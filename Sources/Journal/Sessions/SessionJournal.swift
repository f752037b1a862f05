package import EventLog
package import Session

/// The log of one open session: takes events, says when they are on disk, and keeps what could not be saved.
///
/// `append` and `retry` return at once. `create`, `open` and `finish` wait for the disk and belong on a worker. Reports come on the log's own thread; whoever takes them should only pass them on.
package final class SessionJournal: Sendable {
    package let id: SessionID
    /// Session time, which stands in the boot this journal was opened in.
    package let clock: SessionClock
    package let location: LogLocation

    /// How far the log had got when this journal was made.
    package let headAtStart: LogHead

    let home: JournalHome
    let names: StationNames
    let onReport: @Sendable (SessionID, FlushReport) -> Void

    struct State: Sendable {
        /// Nil after the writing was ended.
        var flusher: Flusher?
        /// How many events have been handed over.
        var count: Int
    }

    let state: Monitor<State>

    init(
        id: SessionID,
        clock: SessionClock,
        home: JournalHome,
        names: StationNames,
        flusher: Flusher,
        count: Int,
        headAtStart: LogHead,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) {
        self.id = id
        self.clock = clock
        self.home = home
        self.names = names
        self.headAtStart = headAtStart
        self.onReport = onReport
        location = home.log(of: id)
        state = Monitor(State(flusher: flusher, count: count))
    }

    /// Encodes events by this session's clock and hands them over.
    package func append(_ events: [Event]) throws(LogError) { try append(EventBatch(events, by: clock)) }

    /// Hands over events in their order; they are on disk when a report says so.
    ///
    /// - Throws: `closed`; then none is taken.
    package func append(_ batch: EventBatch) throws(LogError) {
        let path = location.segmentPath(1)
        try state.withLock { state throws(LogError) in
            guard let flusher = state.flusher else { throw LogError.closed(path: path) }
            for (index, event) in batch.events.enumerated() {
                let due = state.count + index
                precondition(event.number == due, "event \(event.number) written where \(due) was due")
            }
            try flusher.post(batch.records)
            state.count += batch.events.count
        }
    }

    /// Tries again to write after a failure; does nothing otherwise.
    package func retry() {
        state.withLock { $0.flusher }?.retry()
    }

    /// How many records have been handed over and are not on disk.
    package var unsavedCount: Int {
        state.withLock { $0.flusher?.unsavedCount ?? 0 }
    }

    /// Ends the writing without closing the session, as when the station stops, and returns what could not be saved.
    package func stop() -> [RecordDraft] {
        let flusher = state.withLock { state in
            let flusher = state.flusher
            state.flusher = nil
            return flusher
        }
        return flusher?.close() ?? []
    }
}
