import Session
import Wording

/// What a picture needs of one session, asked of it once for all pictures of the same events and second.
final class Glance: Sendable {
    let session: Session
    let now: Moment
    let patient: Patient?
    let chair: String?
    let phase: Phase
    let sets: ByTime<VitalsSet>
    let dose: DoseState?
    let vitalsDue: Due?
    let dissociationDue: Due?
    /// The alarms that stand, worst first, each with what stands of it now.
    let alarms: [(episode: AlarmEpisode, now: AlarmCondition)]
    let dissociation: (value: Dissociation, entry: EffectiveEntry)?
    /// The weight the running order is not for; nil unless the drug runs or is paused.
    let weightDifference: WeightDifference?
    /// What keeps a patient under observation from leaving; the time, which has its own clock, stands last.
    let blockers: [Criterion]
    /// Every criterion for leaving, while the patient is observed.
    let criteria: [Criterion]

    /// The zone of the session's record: its times are printed in it.
    let zone: ZoneOffsets

    /// Events below this number are on disk.
    let durableCount: Int
    /// Whether what is not on disk is NOT SAVED.
    let isFailing: Bool
    private let episodes: [AlarmEpisode]
    /// The newest pressure as it is said, both halves of one set; nil without any.
    let pressure: String?
    /// The newest reading of each parameter that has one.
    private let figures: [Parameter: Figure]

    init(_ stay: Stay) {
        durableCount = stay.durableCount
        isFailing = stay.isFailing
        episodes = stay.alarms
        zone = stay.decided.zone
        session = stay.decided
        now = stay.now
        patient = session.patient
        chair = session.chair
        phase = session.phase
        sets = session.vitalsSets
        dose = session.dose(at: now)
        vitalsDue = session.vitalsDue(at: now)
        dissociationDue = session.dissociationDue(at: now)
        alarms = stay.alarms.compactMap { episode in episode.present.map { (episode, $0) } }
        dissociation = session.latestDissociation
        criteria = phase == .observing ? session.criteria(at: now, alarms: stay.alarms) : []
        let unmet = criteria.filter { !$0.isMet }
        weightDifference = phase == .dosing || phase == .paused ? session.weightDifference : nil
        pressure = sets.last { $0.vitals[.systolicMmHg] != nil }.flatMap { Words.bloodPressure($0.vitals) }
        figures = Self.figures(session)
        blockers = unmet.filter { $0.kind != .time } + unmet.filter { $0.kind == .time }
    }

    /// What a gate asks for now.
    func needs(for permission: Permission) -> [Need] { session.needs(for: permission, at: now, alarms: episodes) }

    var name: String { patient.map { Words.clean($0.name) } ?? "no name" }
    var isSaving: Bool { session.nextNumber > durableCount }
    var place: String { chair ?? "WAITING" }

    /// A parameter's newest reading, the entry it stands in, and when it was true.
    struct Figure {
        var number: Int
        var reading: Reading
        var observedSessionMicros: Int64
    }

    /// The newest reading of a parameter, from a set of vitals or a dissociation note; never carried into a newer set.
    func latest(_ parameter: Parameter) -> Figure? { figures[parameter] }

    private static func figures(_ session: Session) -> [Parameter: Figure] {
        var figures: [Parameter: Figure] = [:]
        for parameter in Parameter.allCases {
            figures[parameter] = session.latest(parameter).map {
                Figure(number: $0.number, reading: $0.reading, observedSessionMicros: $0.observedSessionMicros)
            }
        }
        return figures
    }

    func age(_ sessionMicros: Int64) -> Int64 { now.sessionMicros - sessionMicros }

    /// Whether a reading is too old to look current: older than twice the interval that holds now.
    ///
    /// Without its protocol a session has no interval, and no reading looks current.
    func isStale(_ sessionMicros: Int64) -> Bool {
        !session.hasProtocol || age(sessionMicros) > 2 * intervalMicros
    }

    /// The interval between sets that holds now.
    var intervalMicros: Int64 {
        switch phase {
        case .dosing, .paused: Int64(session.rules.schedule.dosingEveryMinutes) * Micros.perMinute
        case .screening, .ready, .observing, .dischargeReady, .discharged, .cancelled, .closed:
            Int64(session.rules.schedule.recoveryEveryMinutes) * Micros.perMinute
        }
    }
}
