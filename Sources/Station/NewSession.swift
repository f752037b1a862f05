package import Session

/// An event and the boot clock at which it was decided, as its record needs both.
package struct RecordedEvent: Hashable, Sendable {
    package var event: Event
    package var bootMicros: Int64

    package init(event: Event, bootMicros: Int64) {
        self.event = event
        self.bootMicros = bootMicros
    }
}

/// A session that has been decided and has no log yet.
package struct NewSession: Hashable, Sendable {
    package var id: String
    package var rules: InfusionProtocol
    package var protocolSHA256: String
    package var events: [RecordedEvent]

    package init(id: String, rules: InfusionProtocol, protocolSHA256: String, events: [RecordedEvent]) {
        self.id = id
        self.rules = rules
        self.protocolSHA256 = protocolSHA256
        self.events = events
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
