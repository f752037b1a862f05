package import Journal
package import Session

/// A session whose log is open.
package struct OpenedSession: Hashable, Sendable {
    package var session: Session
    package var clock: SessionClock

    package init(session: Session, clock: SessionClock) {
        self.session = session
        self.clock = clock
    }
}
