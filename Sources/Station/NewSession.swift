package import Journal
package import Session

/// A session that has been decided and has no log yet.
package struct NewSession: Hashable, Sendable {
    package var id: SessionID
    package var session: Session
    /// The reading at which it was decided: its session time 0.
    package var openedAt: ClockReading

    package init(id: SessionID, session: Session, openedAt: ClockReading) {
        self.id = id
        self.session = session
        self.openedAt = openedAt
    }
}

/// A session whose log is open.
package struct OpenedSession: Hashable, Sendable {
    package var session: Session
    package var clock: SessionClock

    package init(session: Session, clock: SessionClock) {
        self.session = session
        self.clock = clock
    }
}

/// A member of staff to be entered; the staff log gives the id.
package struct NewStaff: Hashable, Sendable {
    package var name: String
    package var role: StaffRole
    package var by: Author?

    package init(name: String, role: StaffRole, by: Author?) {
        self.name = name
        self.role = role
        self.by = by
    }
}
