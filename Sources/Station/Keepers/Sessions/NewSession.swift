package import Journal
package import Session

/// A session that has been decided and has no log yet.
package struct NewSession: Hashable, Sendable {
    package var id: SessionID
    package var session: Session
    /// Its first events as they go to disk.
    package var batch: EventBatch
    /// The reading at which it was decided: its session time 0.
    package var openedAt: ClockReading

    package init(id: SessionID, session: Session, batch: EventBatch, openedAt: ClockReading) {
        self.id = id
        self.session = session
        self.batch = batch
        self.openedAt = openedAt
    }
}
