package import EventLog

/// A session whose log is open for writing, as it stood when it was opened.
package struct OpenSession: Sendable {
    package let journal: SessionJournal
    package let folded: FoldedSession
    /// What recovery took off the end of the log; it was never acknowledged.
    package let cut: OpenedLog.CutTail?
}
