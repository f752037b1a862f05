import EventLog
import Synchronization

extension SessionJournal {
    /// Opens the log again after a failure that cannot be retried, and writes what had not been saved.
    ///
    /// Events may be handed over meanwhile. What the failed write did bring to disk is reported and not written
    /// twice. If it throws, everything unsaved is kept and it may be called again.
    package func reopen(at now: ClockReading) throws(JournalError) {
        try setAsideUnsaved()
        do throws(LogError) {
            let opened = try LogWriter.open(
                at: location,
                boot: now.boot,
                writer: names.writer,
                moment: now.logMoment,
                disk: home.disk
            )
            let newest = opened.contents.records.last { $0.event != nil }
            let flusher = Flusher(opened.writer, onReport: report)
            if let newest { reportSaved(newest) }
            try resume(with: flusher, after: newest?.event ?? -1)
        } catch {
            throw .log(error)
        }
    }

    /// Ends the flusher, keeps what it could not write, and returns how many records that were.
    ///
    /// The record that ends the log is counted and not kept: `finish` writes it again when its time has come.
    @discardableResult
    func setAsideUnsaved() throws(JournalError) -> Int {
        let path = location.segmentPath(1)
        let (isFinished, flusher) = state.withLock { state in
            let flusher = state.flusher
            if !state.isFinished { state.flusher = nil }
            return (state.isFinished, flusher)
        }
        guard !isFinished else { throw .log(.closed(path: path)) }
        let unsaved = flusher?.close() ?? []
        state.withLock { $0.waiting = unsaved.filter { $0.kind != LogFormat.Kind.close } + $0.waiting }
        return unsaved.count
    }

    private func reportSaved(_ record: LogRecord) {
        let waiting = state.withLock { state in
            state.waiting.count { $0.event.map { $0 <= record.event ?? -1 } ?? false }
        }
        guard waiting > 0 else { return }
        report(.durable(.init(record: record.number, event: record.event, count: waiting, isLowOnSpace: false)))
    }

    private func resume(with flusher: Flusher, after saved: Int) throws(LogError) {
        let failure = state.withLock { state -> LogError? in
            let unsaved = state.waiting.filter { $0.event.map { $0 > saved } ?? true }
            do throws(LogError) {
                try flusher.post(unsaved)
            } catch {
                return error
            }
            state.waiting = []
            state.flusher = flusher
            return nil
        }
        if let failure { throw failure }
    }
}
