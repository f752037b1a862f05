package import EventLog
package import Session
import Synchronization

/// The log of one open session: takes events, says when they are on disk, and keeps what could not be saved.
///
/// `append` and `retry` return at once. `create`, `open`, `reopen` and `finish` wait for the disk and belong on a
/// worker. Reports come on the log's own thread; whoever takes them should only pass them on.
package final class SessionJournal: Sendable {
    package let id: SessionID
    /// Session time, which stands in the boot this journal was opened in.
    package let clock: SessionClock
    package let location: LogLocation

    let home: JournalHome
    let names: StationNames
    let onReport: @Sendable (SessionID, FlushReport) -> Void

    struct State: Sendable {
        /// Nil while the log is being reopened, and after it was finished.
        var flusher: Flusher?
        /// What came while there was no flusher.
        var waiting: [RecordDraft] = []
        /// How many events have been handed over.
        var count: Int
        var isFinished = false
    }

    let state: Mutex<State>

    init(
        id: SessionID,
        clock: SessionClock,
        home: JournalHome,
        names: StationNames,
        flusher: Flusher,
        count: Int,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) {
        self.id = id
        self.clock = clock
        self.home = home
        self.names = names
        self.onReport = onReport
        location = home.log(of: id)
        state = Mutex(State(flusher: flusher, count: count))
    }

    func report(_ report: FlushReport) {
        onReport(id, report)
    }

    /// Hands over events in their order; they are on disk when a report says so.
    ///
    /// - Throws: what is wrong with the first event that does not fit into a record, or `closed`; then none is taken.
    package func append(_ events: [Event]) throws(LogError) {
        let drafts = events.map { EventCoding.encode($0, bootMicros: clock.bootMicros(at: $0.at)) }
        for draft in drafts { try draft.check() }
        let path = location.segmentPath(1)
        let failure = state.withLock { state -> LogError? in
            guard !state.isFinished else { return .closed(path: path) }
            for event in events {
                precondition(event.number == state.count, "event \(event.number) written where \(state.count) was due")
                state.count += 1
            }
            guard let flusher = state.flusher else {
                state.waiting.append(contentsOf: drafts)
                return nil
            }
            do throws(LogError) {
                try flusher.post(drafts)
                return nil
            } catch {
                state.count -= events.count
                return error
            }
        }
        if let failure { throw failure }
    }

    /// Tries again to write after a failure that can be retried; does nothing otherwise.
    package func retry() {
        state.withLock { $0.flusher }?.retry()
    }

    /// How many records have been handed over and are not on disk.
    package var unsavedCount: Int {
        state.withLock { $0.waiting.count + ($0.flusher?.unsavedCount ?? 0) }
    }

    /// Ends the writing without closing the session, as when the station stops, and returns what could not be saved.
    package func stop() -> [RecordDraft] {
        let flusher = state.withLock { state in
            state.isFinished = true
            let flusher = state.flusher
            state.flusher = nil
            return flusher
        }
        let unsaved = flusher?.close() ?? []
        return state.withLock { state in
            state.waiting = unsaved + state.waiting
            return state.waiting
        }
    }
}
