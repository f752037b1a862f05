import EventLog
import JSON

extension SessionJournal {
    /// Ends the log of a closed session: a last record with the count of its events, then no more writing for ever.
    ///
    /// To be called when the closing event is on disk. If it throws, the log is whole and not ended: `JournalHome.seal`
    /// ends it.
    package func finish(at now: ClockReading) throws(JournalError) {
        let path = location.segmentPath(1)
        let (flusher, count) = state.withLock { ($0.flusher, $0.count) }
        guard let flusher else { throw .log(.closed(path: path)) }
        let last = RecordDraft(
            kind: LogFormat.Kind.close,
            utcMicros: now.utcMicros,
            bootMicros: now.bootMicros,
            body: JSON.object(["count": .integer(Int64(count))]).bytes
        )
        do throws(LogError) {
            try flusher.post(RecordBatch([last]))
        } catch {
            throw .log(error)
        }
        let unsaved = stop()
        guard unsaved.isEmpty else { throw .unsaved(path: path, count: unsaved.count) }
    }
}
