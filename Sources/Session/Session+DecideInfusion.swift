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
            throw wrongState("start", phase == .paused ? "resume with p" : "it has been started before")
        }
        guard pump.rateMicrolitersPerHour > 0, pump.volumeNanoliters > 0,
            pump.concentrationMicrogramsPerMilliliter > 0
        else {
            throw .outOfRange([FieldProblem(field: "pump", sentence: "rate, volume and concentration must be above 0")])
        }
        if let birthYear, let patient, birthYear != patient.birthDate.year {
            throw .outOfRange([
                FieldProblem(
                    field: "birthYear",
                    sentence: "\(birthYear) is not the birth year of \(patient.name): check who sits in the chair"
                )
            ])
        }
        let passed = try gate(
            .start,
            action: "start",
            at: now,
            also: readBackRequirements(pump),
            bypassing: bypassing,
            kind: "infusion.started"
        )
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
        let missing = requirements(for: .resume, at: now).filter { !($0.code == "pause.decision" && named) }
        var drafts: [Draft] = []
        if !missing.isEmpty {
            guard let bypassing else { throw .missing(action: "resume", missing) }
            let deviation = Deviation(
                kind: "infusion.resumed",
                requirements: missing.map(\.code),
                reason: bypassing
            )
            drafts.append(Draft(.deviationRecorded(deviation)))
        }
        return drafts + [Draft(.infusionResumed(pauseReason: reason, prescriberDecision: named ? decision : nil))]
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

extension PumpSettings {
    /// Pumps round to 0.1 mL/h: a difference up to that is the pump's, not the nurse's.
    package static let rateRoundingMicrolitersPerHour = 100
    /// Pumps round a volume to 0.1 mL.
    package static let volumeRoundingNanoliters = 100_000
}
