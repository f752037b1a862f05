import Session
import Station

/// One simulated patient's visit, and the nurse who charts it.
///
/// What is done next follows from the session alone, so that a visit goes on after the station was killed.
struct SimulatedVisit: Hashable, Sendable {
    var nurse: Author
    var secondName: String
    var prescriber: String
    var patient: SimulatedPatient
    /// Vitals from a real series instead of the patient's own; its time 0 is the start of the dose.
    var series: VitalsSeries?
    var random: SplitMix64
    /// When the nurse does the next thing.
    var dueUTCMicros: Int64
    /// Refusals in a row; a nurse who is refused for ever gives up.
    var refusalsInRow = 0

    /// The first entry of this visit that this run makes.
    var firstNumber = 0

    /// How many sets of the series have been tried, recorded or not.
    var triedSets = 0

    static let patience = 50

    /// A pause that this visit has, if any, at a minute of the dose.
    private let pauseMinute: Int?

    init(
        nurse: Author,
        secondName: String,
        prescriber: String,
        series: VitalsSeries?,
        seed: UInt64,
        dueUTCMicros: Int64
    ) {
        self.nurse = nurse
        self.secondName = secondName
        self.prescriber = prescriber
        self.series = series
        self.dueUTCMicros = dueUTCMicros
        patient = SimulatedPatient(seed: seed)
        var random = SplitMix64(seed: seed ^ 0xC0FFEE)
        let hasPause = series == nil && random.next() % 6 == 0
        pauseMinute = hasPause ? 8 + Int(random.next() % 24) : nil
        self.random = random
    }

    /// What to do now: a command, or nothing until later.
    enum Step: Sendable {
        case give(Command)
        case wait(untilSessionMicros: Int64)
        /// The series is over, or nothing can be done any more.
        case leaveOpen
    }

    mutating func next(_ session: Session, at now: Moment) -> Step {
        switch session.phase {
        case .screening, .ready: prepare(session, at: now)
        case .dosing: watchDose(session, at: now)
        case .paused: .give(resume(session, at: now))
        case .observing: watchRecovery(session, at: now)
        case .dischargeReady: release(session, at: now)
        case .discharged, .cancelled: finish(session)
        case .closed: .leaveOpen
        }
    }

    /// How long this nurse takes for the next thing, in microseconds.
    mutating func pace(_ seconds: ClosedRange<Int>) -> Int64 {
        Int64(seconds.lowerBound) * Micros.perSecond
            + Int64(random.next() % UInt64(seconds.upperBound - seconds.lowerBound + 1)) * Micros.perSecond
    }

    func minutesOfDose(_ session: Session, at now: Moment) -> Double? {
        session.doseStartMicros.map { Double(now.sessionMicros - $0) / Double(Micros.perMinute) }
    }

    /// What it was paused for is measured first, and more drug waits for whatever else a measurement mends.
    private mutating func resume(_ session: Session, at now: Moment) -> Command {
        let reason = session.rules.reasons.pause.first ?? .other
        let missing = session.needs(for: .resume, at: now, pauseReason: reason)
        if missing.map(\.care).contains(.measure), isStale(session, at: now, minutes: 1) {
            return .recordVitals(vitals(session, at: now), observedAtMicros: nil)
        }
        if let decision = override(missing.filter { $0.care != .measure }) { return decision }
        return .resume(pauseReason: reason, prescriberDecision: prescriber)
    }

    /// Looks after a running dose: end, pause, vitals, dissociation, notes, whichever comes first.
    private mutating func watchDose(_ session: Session, at now: Moment) -> Step {
        if session.mustTellPump, let dose = session.dose(at: now) {
            return .give(.readVolume(volumeNanoliters: dose.givenNanoliters / 100_000 * 100_000, stillInfuses: true))
        }
        if session.dose(at: now)?.isCompleteByCalculation == true {
            return .give(.stop(.completed, observedAtMicros: nil))
        }
        let minutes = minutesOfDose(session, at: now) ?? 0
        if let pauseMinute, minutes >= Double(pauseMinute), !hasPaused(session) { return .give(.pause(nil)) }
        if let step = watch(session, at: now) { return .give(step) }
        if let extra = extra(session, at: now) { return .give(extra) }
        var next = nextWatch(session, at: now)
        if let remaining = session.dose(at: now)?.remainingMicros { next = min(next, now.sessionMicros + remaining) }
        return .wait(untilSessionMicros: next)
    }

    private mutating func watchRecovery(_ session: Session, at now: Moment) -> Step {
        if let step = watch(session, at: now) { return .give(step) }
        let missing = session.needs(for: .readyToLeave, at: now)
        let cares = missing.map(\.care)
        if missing.isEmpty { return .give(.markReadyToLeave) }
        let left = (session.earliestLeavingMicros ?? 0) - now.sessionMicros
        if left < 5 * Micros.perMinute {
            if series == nil, cares.contains(.measure), isStale(session, at: now, minutes: 11) {
                return .give(.recordVitals(vitals(session, at: now), observedAtMicros: nil))
            }
            if cares.contains(.lookAtMind), !isMindFresh(session, at: now) {
                return .give(.recordDissociation(dissociation(session, at: now), observedAtMicros: nil))
            }
            // What is said before the mind is clear is not the patient's own.
            if cares.contains(.answerList), session.isDissociationBack { return .give(answerDischarge(session)) }
        }
        if isSeriesOver(session, at: now) { return .leaveOpen }
        let next = nextWatch(session, at: now)
        return .wait(untilSessionMicros: left > 0 ? min(next, now.sessionMicros + left) : next)
    }

    private mutating func release(_ session: Session, at now: Moment) -> Step {
        let cares = session.needs(for: .discharge, at: now).map(\.care)
        if cares.contains(.removeAccess) { return .give(.removeAccess(siteIsClean: true, text: "")) }
        if cares.contains(.measure) {
            if isSeriesOver(session, at: now) { return .leaveOpen }
            return .give(.recordVitals(vitals(session, at: now), observedAtMicros: nil))
        }
        let escort =
            switch session.patient?.escort {
            case .person(let name, _): name
            case .approvedTransport(let transport): transport
            case .some(.none), nil: "approved taxi"
            }
        return .give(.discharge(Departure(with: escort, instructionsGivenTo: "patient and escort")))
    }

    private func finish(_ session: Session) -> Step {
        for balance in session.balances where !balance.isBalanced && balance.differenceMicrograms > 0 {
            let concentration = balance.container.concentrationMicrogramsPerMilliliter
            let nanoliters = balance.differenceMicrograms * 1_000_000 / max(1, concentration)
            let waste = DrugWaste(
                container: balance.container.name,
                volumeNanoliters: nanoliters / 10_000 * 10_000,
                method: "drug waste container",
                witness: secondName
            )
            return .give(.wasteDrug(waste))
        }
        return .give(.close)
    }

    /// Whether somebody looked a few minutes ago: what is not clear yet is looked at again later.
    private func isMindFresh(_ session: Session, at now: Moment) -> Bool {
        guard let note = session.latestDissociation, let since = session.doseEndMicros else { return false }
        let seen = note.entry.observedSessionMicros
        return seen >= since && now.sessionMicros - seen < 10 * Micros.perMinute
    }

    private func hasPaused(_ session: Session) -> Bool {
        session.entries.contains { if case .infusionPaused = $0.body { true } else { false } }
    }
}
