package import EventLog

/// A session whose log is open for writing, as it stood when it was opened.
package struct OpenSession: Sendable {
    package let journal: SessionJournal
    package let folded: FoldedSession
    /// What recovery took off the end of the log; it was never acknowledged.
    package let cut: OpenedLog.CutTail?
    /// Acknowledged entries that are lost or altered.
    package let damage: [LogFinding]
    /// Whether some of that was found just now.
    package let isNewlyDamaged: Bool
}
