package import Session

/// Everything a screen may show: the chairs, the sessions on them, and what is wrong with the station.
package struct Ward: Sendable {
    /// The chairs by name, in the order of the Board; the keys 1 to 9 follow it.
    package var chairs: [String]
    /// The sessions that are open (not closed), in the order they were opened.
    package var stays: [Stay] { didSet { alerts = nil } }
    package var faults: [Fault]
    /// The protocols a patient can be checked in under.
    package var protocols: [ProtocolChoice]
    /// Now, UTC microseconds; screens count in whole seconds of it.
    package var nowUTCMicros: Int64
    /// False until the station has a name, chairs and its first member of staff.
    package var isConfigured: Bool
    /// Patients whose session was closed today.
    package var closedToday: [KnownPatient] { didSet { alerts = nil } }
    /// The ordinal of the newest session that this station's home ever held.
    package var sessionsEver: Int
    /// Who could be taken for whom, by session, once that was worked out for all pictures.
    private var alerts: [String: NameAlert]?

    package init(
        chairs: [String],
        stays: [Stay],
        faults: [Fault] = [],
        protocols: [ProtocolChoice],
        nowUTCMicros: Int64,
        isConfigured: Bool = true,
        closedToday: [KnownPatient] = [],
        sessionsEver: Int = 0
    ) {
        self.chairs = chairs
        self.stays = stays
        self.faults = faults
        self.protocols = protocols
        self.nowUTCMicros = nowUTCMicros
        self.isConfigured = isConfigured
        self.closedToday = closedToday
        self.sessionsEver = sessionsEver
    }

    /// The session of an id.
    package func stay(_ id: String) -> Stay? { stays.first { $0.id == id } }

    /// The live session in a chair.
    package func stay(inChair chair: String) -> Stay? {
        stays.first { $0.chair == chair && $0.phase.isLive }
    }

    /// Everybody who could be taken for somebody else today.
    package var known: [KnownPatient] { stays.compactMap(\.known) + closedToday }

    /// Who could be taken for the patient of a stay; nil where all are clearly different.
    package func nameAlert(of stay: Stay) -> NameAlert? {
        if let alerts { return alerts[stay.id] }
        return stay.known.flatMap { NameAlert.find(for: $0, among: known) }
    }

    /// Works out once what all pictures share until something changes or a second goes by, taking over from an earlier
    /// ward what holds still.
    package mutating func prepare(after earlier: Ward?) {
        for index in stays.indices { stays[index].makeGlance() }
        if let earlier, earlier.alerts != nil, earlier.known == known {
            alerts = earlier.alerts
            return
        }
        let known = known
        var found: [String: NameAlert] = [:]
        for stay in stays {
            guard let patient = stay.known, let alert = NameAlert.find(for: patient, among: known) else { continue }
            found[stay.id] = alert
        }
        alerts = found
    }
}
