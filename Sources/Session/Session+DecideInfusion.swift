/// Decisions about the infusion itself.
extension Session {
    /// `birthYear` is asked for where another open session could be taken for this one; a wrong one stops the start.
    func start(
        _ pump: PumpSettings,
        birthYear: Int?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
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
        return passed + [Draft(.infusionStarted(pump))]
    }

    /// Recorded at once: the reason may come when the infusion is resumed.
    func pause(_ reason: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .dosing else { throw wrongState("pause", "nothing is infusing") }
        return [Draft(.infusionPaused(reason))]
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

    /// Lowering a rate is a fact; raising it above the order's is a permission.
    func changeRate(
        _ rate: Int,
        observedAtMicros: Int64?,
        at now: Moment,
        bypassing: Reason?
    ) throws(Refusal) -> [Draft] {
        guard phase == .dosing || phase == .paused else { throw wrongState("change the rate", "nothing is infusing") }
        guard rate > 0, rate <= 1_200_000 else {
            throw .outOfRange([
                FieldProblem(field: "rate", sentence: "the rate must be above 0 and at most 1200 mL/h; p pauses")
            ])
        }
        try checkObserved(observedAtMicros, at: now)
        let current = dose(at: now).map(\.rateMicrolitersPerHour) ?? 0
        var passed: [Draft] = []
        if rate > current, rate > orderedRateMicrolitersPerHour + PumpSettings.rateRoundingMicrolitersPerHour {
            let requirement = Requirement(
                "rate.order",
                "an order for \(DoseArithmetic.millilitersPerHour(rate))",
                key: "o",
                canBeOverridden: false
            )
            guard let bypassing else { throw .missing(action: "raise the rate", [requirement]) }
            let deviation = Deviation(
                kind: "infusion.rateChanged",
                requirements: [requirement.code],
                reason: bypassing
            )
            passed = [Draft(.deviationRecorded(deviation))]
        }
        return passed + [
            Draft(.infusionRateChanged(rateMicrolitersPerHour: rate), observedAtMicros: observedAtMicros)
        ]
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
        if let observedAtMicros, let start = doseStartMicros, now.sessionMicros(ofUTC: observedAtMicros) < start {
            throw .outOfRange([FieldProblem(field: "time", sentence: "the stop lies before the start: check the time")])
        }
        return [Draft(.infusionStopped(reason), observedAtMicros: observedAtMicros)]
    }

    /// What of the pump's figures, as read back, differs from the order or the logged container.
    func readBackRequirements(_ pump: PumpSettings) -> [Requirement] {
        var missing: [Requirement] = []
        if let planned = order.flatMap(DoseArithmetic.plan), let order {
            if abs(pump.rateMicrolitersPerHour - planned.rateMicrolitersPerHour)
                > PumpSettings.rateRoundingMicrolitersPerHour
            {
                missing.append(
                    Requirement(
                        "readback.rate",
                        "pump rate as ordered, \(DoseArithmetic.millilitersPerHour(planned.rateMicrolitersPerHour))",
                        key: "o"
                    )
                )
            }
            if abs(pump.volumeNanoliters - planned.volumeNanoliters) > PumpSettings.volumeRoundingNanoliters {
                missing.append(
                    Requirement(
                        "readback.volume",
                        "pump volume as ordered, \(DoseArithmetic.milliliters(planned.volumeNanoliters))",
                        key: "o"
                    )
                )
            }
            if pump.concentrationMicrogramsPerMilliliter != order.concentrationMicrogramsPerMilliliter {
                missing.append(Requirement("readback.concentration", "concentration as ordered", key: "o"))
            }
        }
        if let container = containers.first(where: { $0.name == pump.container }) {
            if container.concentrationMicrogramsPerMilliliter != pump.concentrationMicrogramsPerMilliliter {
                missing.append(
                    Requirement("container.concentration", "the container's concentration on the pump", key: "D")
                )
            }
        } else {
            missing.append(
                Requirement(
                    "container",
                    "container \(pump.container) logged as drawn",
                    key: "D",
                    canBeOverridden: false
                )
            )
        }
        return missing
    }
}

extension PumpSettings {
    /// Pumps round to 0.1 mL/h: a difference up to that is the pump's, not the nurse's.
    package static let rateRoundingMicrolitersPerHour = 100
    /// Pumps round a volume to 0.1 mL.
    package static let volumeRoundingNanoliters = 100_000
}
