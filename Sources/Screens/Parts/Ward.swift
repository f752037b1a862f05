package import Session

/// Everything a screen may show: the chairs, the sessions on them, and what is wrong with the station.
package struct Ward: Hashable, Sendable {
    /// The chairs by name, in the order of the Board; the keys 1 to 9 follow it.
    package var chairs: [String]
    /// The sessions that are open (not closed), in the order they were opened.
    package var stays: [Stay]
    package var faults: [Fault]
    /// The protocols a patient can be checked in under.
    package var protocols: [ProtocolChoice]
    /// Now, UTC microseconds; screens count in whole seconds of it.
    package var nowUTCMicros: Int64
    /// False until the station has a name, chairs and its first member of staff.
    package var isConfigured: Bool
    /// Patients whose session was closed today.
    package var closedToday: [KnownPatient]
    /// The ordinal of the newest session that this station's home ever held.
    package var sessionsEver: Int

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
        stays.first { $0.decided.chair == chair && $0.decided.phase.isLive }
    }

    /// Everybody who could be taken for somebody else today.
    package var known: [KnownPatient] { stays.compactMap(\.known) + closedToday }

    /// Who could be taken for the patient of a stay; nil where all are clearly different.
    package func nameAlert(of stay: Stay) -> NameAlert? {
        stay.known.flatMap { NameAlert.find(for: $0, among: known) }
    }
}

/// A session as screens see it: what has been decided, and how much of that is on disk.
package struct Stay: Hashable, Sendable {
    /// The fold of all decided events; screens draw from it.
    package var decided: Session {
        didSet {
            alarms = decided.standingAlarms
            known = KnownPatient(decided)
        }
    }
    /// The alarms that stand, worst first: folded when events come, looked at with every picture.
    package private(set) var alarms: [AlarmEpisode]
    /// The patient as others could be taken for them: worked out when events come, compared with every picture.
    package private(set) var known: KnownPatient?
    /// Events below this number are on disk and drawn plain; the others are drawn `saving`, or NOT SAVED.
    package var durableCount: Int
    /// True while writing has failed: what is not on disk is NOT SAVED.
    package var isFailing: Bool
    /// Now, as this session counts.
    package var now: Moment

    package var id: String { decided.id }

    /// - Parameters:
    ///   - alarms: those that stand, where they are known already.
    ///   - known: the patient, likewise.
    package init(
        decided: Session,
        durableCount: Int,
        isFailing: Bool = false,
        now: Moment,
        alarms: [AlarmEpisode]? = nil,
        known: KnownPatient? = nil
    ) {
        self.decided = decided
        self.known = known ?? KnownPatient(decided)
        self.alarms = alarms ?? decided.standingAlarms
        self.durableCount = durableCount
        self.isFailing = isFailing
        self.now = now
    }
}

/// Something wrong with the station that every screen shows until it is mended.
package struct Fault: Hashable, Sendable {
    /// Upper-case words that stand first: `NOT RECORDING DURABLY`, `STATION WAS OFF`.
    package var headline: String
    /// What happened and what to do.
    package var detail: String
    /// Whether it puts the record at risk, or is a remark.
    package var isGrave: Bool

    package init(headline: String, detail: String, isGrave: Bool) {
        self.headline = headline
        self.detail = detail
        self.isGrave = isGrave
    }
}

/// A protocol that can be chosen at check-in.
package struct ProtocolChoice: Hashable, Sendable {
    package var rules: InfusionProtocol
    package var sha256: String

    package init(rules: InfusionProtocol, sha256: String) {
        self.rules = rules
        self.sha256 = sha256
    }
}
