/// Decisions about the infusion itself.
extension Session {
    /// `birthYear` is asked for where another open session could be taken for this one; a wrong one stops the start.
    func start(
        _ pump: PumpSettings,
        birthYear: Int?,
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
        if let birthYear, let patient, birthYear != patient.birthDate.year {
            throw .outOfRange([
                FieldProblem(
                    field: "birthYear",
                    sentence:
                        "\(birthYear) is NOT the birth year of \(patient.name): is the right patient in the chair?"
                )
            ])
        }
        let passed = try gate(.start, at: now, also: readBackNeeds(pump), bypassing: bypassing)
        return passed + [Draft(.infusionStarted(pump), observedAtMicros: observedAtMicros)]
    }

    /// Recorded at once: the reason may come when the infusion is resumed.
    func pause(_ reason: Reason?, observedAtMicros: Int64?, at now: Moment) throws(Refusal) -> [Draft] {
        guard phase == .dosing else { throw wrongState("pause", "nothing is infusing") }
        try checkObserved(observedAtMicros, at: now)
        try checkAfterStart("pause", observedAtMicros, at: now)
        return [Draft(.infusionPaused(reason), observedAtMicros: observedAtMicros)]
    }

    func resume(
        _ reason: Reason,
        decision: String?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        guard phase == .paused else { throw wrongState("resume", "the infusion is not paused") }
        let named = decision.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        let missing = needs(for: .resume, at: now, pauseReason: reason).filter { need in
            if case .pauseDecision = need { !named } else { true }
        }
        let passed = try pass(.resume, lacking: missing, bypassing: bypassing)
        return passed + [Draft(.infusionResumed(pauseReason: reason, prescriberDecision: named ? decision : nil))]
    }

    /// Refuses a pause or a stop that lies before the drug ran.
    private func checkAfterStart(_ what: String, _ observed: Int64?, at now: Moment) throws(Refusal) {
        guard let observed, let start = doseStartMicros, now.sessionMicros(ofUTC: observed) < start else { return }
        throw .outOfRange([FieldProblem(field: "time", sentence: "the \(what) lies before the start: check the time")])
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
        try checkAfterStart("stop", observedAtMicros, at: now)
        return [Draft(.infusionStopped(reason), observedAtMicros: observedAtMicros)]
    }
}
