/// Decisions about the infusion itself.
extension Session {
    /// Who is meant, where another could be taken for this patient, is asked at the door.
    func start(
        _ pump: PumpSettings,
        observedAtMicros: Int64?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        try checkObserved(observedAtMicros, at: now)
        guard phase == .ready || phase == .screening else {
            throw phase == .paused
                ? wrongState("start", "resume it", way: .resume) : wrongState("start", "it has been started before")
        }
        guard pump.rateMicrolitersPerHour > 0, pump.volumeNanoliters > 0,
            pump.concentrationMicrogramsPerMilliliter > 0
        else {
            throw .outOfRange([FieldProblem(field: "pump", sentence: "rate, volume and concentration must be above 0")])
        }
        guard pump.isPossible else {
            let sentence = "no pump is set to these figures: read them again"
            throw .outOfRange([FieldProblem(field: "rate", sentence: sentence)])
        }
        let more =
            readBackNeeds(pump) + baselineNeeds(before: observedAtMicros, at: now)
            + supportNeeds(before: observedAtMicros, pump, at: now)
        let passed = try gate(.start, at: now, also: more, bypassing: bypassing)
        return passed + [Draft(.infusionStarted(pump), observedAtMicros: observedAtMicros)]
    }

    /// A start that is dated back before the first set would stand without the baseline its gate was passed on.
    private func baselineNeeds(before start: Int64?, at now: Moment) -> [Need] {
        guard baseline != nil, let start, let first = vitalsSets.first?.observedSessionMicros else { return [] }
        return now.sessionMicros(ofUTC: start) < first ? [.baseline] : []
    }

    /// What the start rests on was not there yet at the time that is typed.
    private func supportNeeds(before start: Int64?, _ pump: PumpSettings, at now: Moment) -> [Need] {
        guard let start else { return [] }
        let micros = now.sessionMicros(ofUTC: start)
        let late = StartSupport.allCases.compactMap { support -> (support: StartSupport, early: Int64)? in
            let there =
                switch support {
                case .order: newest(.order) { if case .orderPlaced = $0 { true } else { nil } }
                case .container:
                    newest(.container) {
                        if case .drugDrawn(let drawn) = $0, drawn.name == pump.container { true } else { nil }
                    }
                case .access: newest(.access) { if case .accessPlaced = $0 { true } else { nil } }
                case .timeout: newest(.timeout) { if case .timeoutConfirmed = $0 { true } else { nil } }
                }
            guard let there, there.entry.observedSessionMicros > micros else { return nil }
            return (support, there.entry.observedSessionMicros - micros)
        }
        // The last of them says when the drug could run at the earliest.
        guard let last = late.max(by: { $0.early < $1.early }) else { return [] }
        let minutes = (last.early + Micros.perMinute - 1) / Micros.perMinute
        return [.startTime(before: last.support, minutes: Int(minutes))]
    }

    /// Recorded at once: the reason may come when the infusion is resumed.
    func pause(_ reason: Reason?, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        guard phase == .dosing else { throw wrongState("pause", "nothing is infusing") }
        try checkObserved(observedAtMicros, at: now)
        return [Draft(.infusionPaused(reason), observedAtMicros: observedAtMicros)]
    }

    /// The pause is as long as it was when the pump went on; everything else is judged as it stands now.
    func resume(
        _ reason: Reason,
        decision: String?,
        observedAtMicros: Int64?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        guard phase == .paused else { throw wrongState("resume", "the infusion is not paused") }
        try checkObserved(observedAtMicros, at: now)
        let named = decision.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        let asks = !named && pauseNeedsDecision(at: moment(observedAtMicros, at: now))
        let missing = needs(for: .resume, at: now, pauseReason: reason).filter { need in
            if case .pauseDecision = need { asks } else { true }
        }
        let passed = try pass(.resume, lacking: missing, bypassing: bypassing)
        let body = Event.Body.infusionResumed(pauseReason: reason, prescriberDecision: named ? decision : nil)
        return passed + [Draft(body, observedAtMicros: observedAtMicros)]
    }

    /// Whether a resume at a moment ends a pause that is too long to go on without the prescriber.
    package func pauseNeedsDecision(at moment: Moment) -> Bool {
        guard let since = pausedSinceMicros else { return false }
        let limit = Int64(rules.gates.pauseDecisionAfterMinutes) * Micros.perMinute
        return moment.sessionMicros - since > limit
    }

    func readVolume(_ volume: Int, stillInfuses: Bool) throws(Refusal) -> [Draft] {
        guard doseStartMicros != nil else { throw wrongState("read the pump", "nothing has been started") }
        guard (0...2_000_000_000).contains(volume) else {
            throw .outOfRange([FieldProblem(field: "volume", sentence: "the volume must be 0 to 2000 mL")])
        }
        return [Draft(.infusionVolumeRead(volumeNanoliters: volume, stillInfuses: stillInfuses))]
    }

    func stop(_ reason: StopReason, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        guard phase == .dosing || phase == .paused else { throw wrongState("stop", "nothing is infusing") }
        try checkObserved(observedAtMicros, at: now)
        return [Draft(.infusionStopped(reason), observedAtMicros: observedAtMicros)]
    }
}
