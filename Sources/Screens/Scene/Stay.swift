package import Session

/// A session as screens see it: what has been decided, and how much of that is on disk.
package struct Stay: Sendable {
    /// The fold of all decided events; screens draw from it.
    package var decided: Session {
        didSet {
            alarms = decided.standingAlarms
            known = KnownPatient(decided)
            lent = nil
        }
    }
    /// The alarms that stand, worst first: folded when events come, looked at with every picture.
    package private(set) var alarms: [AlarmEpisode]
    /// The patient as others could be taken for them: worked out when events come, compared with every picture.
    package private(set) var known: KnownPatient?
    /// Events below this number are on disk and drawn plain; the others are drawn `saving`, or NOT SAVED.
    package var durableCount: Int { didSet { lent = nil } }
    /// True while writing has failed: what is not on disk is NOT SAVED.
    package var isFailing: Bool { didSet { lent = nil } }
    /// Now, as this session counts.
    package var now: Moment { didSet { lent = nil } }
    /// The glance that was made ahead, for all pictures of the same second.
    private var lent: Glance?

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

    /// What a picture needs of the session.
    var glance: Glance { lent ?? Glance(self) }

    /// Makes the glance once, for whoever looks until something changes.
    mutating func makeGlance() {
        if lent == nil { lent = Glance(self) }
    }
}
