import EventLog
import Glibc
import JSON
import Synchronization

extension SessionJournal {
    /// Ends the log of a closed session: a last record with the count of its events, then no more writing for ever.
    ///
    /// To be called when the closing event is on disk. If it throws, nothing is lost: `reopen`, and call it again.
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
            try flusher.post([last])
        } catch {
            throw .log(error)
        }
        let unsaved = try setAsideUnsaved()
        guard unsaved == 0 else { throw .unsaved(path: path, count: unsaved) }
        state.withLock { $0.isFinished = true }
        do throws(DiskError) {
            try protect()
        } catch {
            throw .log(.disk(error))
        }
    }

    /// Takes the right to write from every segment, so that no editor changes a finished session by accident.
    private func protect() throws(DiskError) {
        var number = 1
        while try home.disk.item(at: location.segmentPath(number)) != nil {
            let path = location.segmentPath(number)
            guard chmod(path, 0o400) == 0 || errno == ENOENT else {
                throw DiskError(call: "chmod", path: path, code: errno)
            }
            number += 1
        }
    }
}
