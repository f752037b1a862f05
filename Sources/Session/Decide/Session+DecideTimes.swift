/// What a named time may be: no later than now, no earlier than the patient, and beside the times of all other steps.
extension Session {
    private static let arrivalToleranceMicros = 5 * Micros.perMinute

    /// Refuses a time that has not come, or lies before the patient arrived.
    func checkObserved(_ observed: Int64?, at now: Moment) throws(Refusal) {
        guard let observed else { return }
        if observed > now.utcMicros {
            throw .outOfRange([
                FieldProblem(field: "time", sentence: "the time lies in the future: check hour and minute")
            ])
        }
        if isBeforeArrival(observed) {
            throw .outOfRange([
                FieldProblem(field: "time", sentence: "the time lies before check-in: check hour and minute")
            ])
        }
    }

    /// Whether a time lies before the patient was there; a few minutes are let through for the walk from the scales.
    package func isBeforeArrival(_ observedAtMicros: Int64) -> Bool {
        guard let first = entries.first else { return false }
        return observedAtMicros < first.at.utcMicros - Self.arrivalToleranceMicros
    }

    /// The moment that a named time is; now where none is named.
    func moment(_ observed: Int64?, at now: Moment) -> Moment { observed.map(now.earlier) ?? now }

    /// Refuses events after which a step of the infusion would fit nothing at its time, with the step that is in its
    /// way.
    ///
    /// In a record that contradicts itself already, or lacks an entry, what is done now is still taken, and every void:
    /// neither may wait for the past to be mended.
    func checkTimeline(with events: [Event], at now: Moment) throws(Refusal) {
        let step = events.last { $0.body.isTimelineStep }
        let voided = events.compactMap { event -> Int? in
            if case .entryVoided(let target, _) = event.body { target } else { nil }
        }.first
        guard step != nil || voided != nil else { return }
        let before = Timeline(self)
        let isSound = before.misfits.isEmpty && !lacksEntries
        let newest = before.steps.last?.observedSessionMicros ?? 0
        if !isSound, step.map({ moment($0.observedAtMicros, at: now).sessionMicros >= newest }) ?? true { return }
        var after = self
        for event in events { after.apply(event) }
        let known = Set(before.misfits.map(\.step.event.number))
        guard let misfit = Timeline(after).misfits.first(where: { !known.contains($0.step.event.number) }) else {
            return
        }
        guard let step else {
            throw .notPossible(
                "Without it the \(words(of: misfit.step, at: now)) would fit nothing",
                cure: "void that one first"
            )
        }
        let sentence = sentence(on: after.entry(step.number), misfit, before, at: now)
        throw .outOfRange([FieldProblem(field: "time", sentence: sentence)])
    }

    private var lacksEntries: Bool { newestOwn(.loss) != nil }

    private func sentence(
        on step: EffectiveEntry,
        _ misfit: Timeline.Misfit,
        _ before: Timeline,
        at now: Moment
    ) -> String {
        let new = "the \(words(of: step, at: now, withAge: false))"
        guard misfit.step.event.number == step.event.number else {
            return "\(new) lies before the \(words(of: misfit.step, at: now)), which would then fit nothing: "
                + "check the time, or void the later one first"
        }
        guard let since = misfit.since else {
            guard let start = before.steps.first else { return "\(new) has no start before it: enter the start first" }
            return "\(new) lies before the \(words(of: start, at: now)): check the time, or void the later one first"
        }
        return "\(new) fits nothing: \(Self.state(misfit.found)) since the \(words(of: since, at: now)): "
            + "check the time, or void that one first"
    }

    /// `pause at 10:20:05, 14 min ago`: with seconds, because two steps may lie in one minute.
    func words(of step: EffectiveEntry, at now: Moment, withAge: Bool = true) -> String {
        let clock = zone.clock(step.observedUTCMicros, seenFrom: now.utcMicros, withSeconds: true)
        let minutes = max(0, now.sessionMicros - step.observedSessionMicros) / Micros.perMinute
        let age = minutes == 0 ? "under 1 min ago" : "\(minutes) min ago"
        return "\(step.body.timelineWord ?? step.body.kind) at \(clock)" + (withAge ? ", \(age)" : "")
    }

    private static func state(_ phase: Phase) -> String {
        switch phase {
        case .screening, .ready, .cancelled: "nothing had been started"
        case .dosing: "it was running"
        case .paused: "it was paused"
        case .observing: "the dose had ended"
        case .dischargeReady: "the patient was ready to leave"
        case .discharged, .closed: "the patient had left"
        }
    }
}
