/// A thread that brings the records of one open log to disk, as many at a time as are waiting.
///
/// Whatever is posted while a flush is under way goes into the next one together: one write and one flush for
/// all of it. Each log has a thread of its own because the file system merges their flushes; one thread going
/// from log to log would wait for each in turn.
package final class Flusher: Sendable {
    private struct State: Sendable {
        var queue = RecordBatch.empty
        /// The drafts the writer has at the moment.
        var batch = RecordBatch.empty
        var isClosing = false
        var failure: LogError?
    }

    private let shared = Monitor(State())
    private let path: String
    private let thread: WorkerThread

    /// Starts the thread, which owns the writer from now on.
    ///
    /// `onReport` is called on that thread, after each flush and after each failure; it should only pass the
    /// report on.
    package init(_ writer: sending LogWriter, onReport: @escaping @Sendable (FlushReport) -> Void) {
        path = writer.path
        let loop = Loop(writer: writer, shared: shared, onReport: onReport)
        thread = WorkerThread(name: "vigil-flush") { loop.run() }
    }

    /// Hands over records in their order; they are on disk when a report says so.
    ///
    /// After a failure they are kept with the others until `retry` or `close`.
    /// - Throws: `closed`; then none is taken.
    package func post(_ records: RecordBatch) throws(LogError) {
        let isClosing = shared.withLock { state in
            if !state.isClosing { state.queue.append(records) }
            return state.isClosing
        }
        if isClosing { throw .closed(path: path) }
    }

    /// Tries again after a failure; does nothing otherwise.
    package func retry() {
        shared.withLock { $0.failure = nil }
    }

    /// How many records have been posted and are not on disk.
    package var unsavedCount: Int {
        shared.withLock { $0.batch.count + $0.queue.count }
    }

    /// Writes what is still waiting, ends the thread, closes the log, and returns what could not be saved.
    ///
    /// To be called once; a last attempt is made after a failure. Not to be called from `onReport`.
    package func close() -> [RecordDraft] {
        shared.withLock { state in
            precondition(!state.isClosing, "a flusher is closed once")
            state.isClosing = true
            state.failure = nil
        }
        thread.join()
        return shared.withLock { ($0.batch + $0.queue).drafts }
    }

    /// What the thread runs; it alone touches the writer, which is why this may cross to it.
    private final class Loop: @unchecked Sendable {
        private let writer: LogWriter
        private let shared: Monitor<State>
        private let onReport: @Sendable (FlushReport) -> Void

        init(writer: LogWriter, shared: Monitor<State>, onReport: @escaping @Sendable (FlushReport) -> Void) {
            self.writer = writer
            self.shared = shared
            self.onReport = onReport
        }

        func run() {
            while let batch = nextBatch() {
                do throws(LogError) {
                    let record = try writer.append(batch)
                    shared.withLock { $0.batch = .empty }
                    let event = batch.drafts.lazy.compactMap(\.event).max()
                    onReport(
                        .durable(
                            .init(
                                record: record,
                                event: event,
                                count: batch.count,
                                head: writer.head,
                                isLowOnSpace: writer.isLowOnSpace
                            )
                        )
                    )
                } catch {
                    let unsavedCount = shared.withLock { state in
                        state.failure = error
                        state.queue = state.batch + state.queue
                        state.batch = .empty
                        return state.queue.count
                    }
                    onReport(.failed(error, unsavedCount: unsavedCount))
                }
            }
            writer.close()
        }

        /// Sleeps until there is something to write; nil when the log is to be closed and nothing more can be done.
        private func nextBatch() -> RecordBatch? {
            shared.wait(
                until: { state in
                    state.failure == nil ? !state.queue.isEmpty || state.isClosing : state.isClosing
                },
                then: { state in
                    guard state.failure == nil, !state.queue.isEmpty else { return nil }
                    state.batch = state.queue
                    state.queue = .empty
                    return state.batch
                }
            )
        }
    }
}
