package import Session

/// A session as screens see it: what has been decided, and how much of that is on disk.
///
/// Pictures pass it around all the time, and a session is large: what it holds lies behind one reference.
package struct Stay: Sendable {
    private var content: Content
    /// The glance that was made ahead, for all pictures of the same second.
    private var lent: Glance?

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
        content = Content(
            decided: decided,
            alarms: alarms ?? decided.standingAlarms,
            known: known ?? KnownPatient(decided),
            durableCount: durableCount,
            isFailing: isFailing,
            now: now
        )
    }

    private final class Content: Sendable {
        let decided: Session
        let alarms: [AlarmEpisode]
        let known: KnownPatient?
        let durableCount: Int
        let isFailing: Bool
        let now: Moment
        let chair: String?

        init(
            decided: Session,
            alarms: [AlarmEpisode],
            known: KnownPatient?,
            durableCount: Int,
            isFailing: Bool,
            now: Moment
        ) {
            self.decided = decided
            self.alarms = alarms
            self.known = known
            self.durableCount = durableCount
            self.isFailing = isFailing
            self.now = now
            chair = decided.chair
        }
    }
}

extension Stay {
    package var id: String { content.decided.id }
    package var phase: Phase { content.decided.phase }
    package var chair: String? { content.chair }

    /// The fold of all decided events; screens draw from it.
    package var decided: Session {
        get { content.decided }
        set { self = Stay(decided: newValue, durableCount: durableCount, isFailing: isFailing, now: now) }
    }

    /// The alarms that stand, worst first: folded when events come, looked at with every picture.
    package var alarms: [AlarmEpisode] { content.alarms }

    /// The patient as others could be taken for them: worked out when events come, compared with every picture.
    package var known: KnownPatient? { content.known }

    /// Events below this number are on disk and drawn plain; the others are drawn `saving`, or NOT SAVED.
    package var durableCount: Int {
        get { content.durableCount }
        set { replace(durableCount: newValue, isFailing: isFailing, now: now) }
    }

    /// True while writing has failed: what is not on disk is NOT SAVED.
    package var isFailing: Bool {
        get { content.isFailing }
        set { replace(durableCount: durableCount, isFailing: newValue, now: now) }
    }

    /// Now, as this session counts.
    package var now: Moment {
        get { content.now }
        set { replace(durableCount: durableCount, isFailing: isFailing, now: newValue) }
    }

    private mutating func replace(durableCount: Int, isFailing: Bool, now: Moment) {
        self = Stay(
            decided: decided,
            durableCount: durableCount,
            isFailing: isFailing,
            now: now,
            alarms: alarms,
            known: known
        )
    }

    /// What a picture needs of the session.
    var glance: Glance { lent ?? Glance(self) }

    /// Makes the glance once, for whoever looks until something changes.
    mutating func makeGlance() {
        if lent == nil { lent = Glance(self) }
    }
}
