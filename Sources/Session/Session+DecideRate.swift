/// A rate set on the pump, and whether a question about it was answered.
struct RateChange {
    var rateMicrolitersPerHour: Int
    var observedAtMicros: Int64?
    var confirmedUnusual: Bool
}

/// Decisions about how fast the drug runs: by the drug, so that another concentration hides nothing.
extension Session {
    /// Lowering a rate is a fact; raising it above the order's is a permission.
    func changeRate(_ change: RateChange, at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .dosing || phase == .paused else { throw wrongState("change the rate", "nothing is infusing") }
        let rate = change.rateMicrolitersPerHour
        guard rate > 0, rate <= 1_200_000 else {
            throw .outOfRange([
                FieldProblem(field: "rate", sentence: "the rate must be above 0 and at most 1200 mL/h; p pauses")
            ])
        }
        try checkObserved(change.observedAtMicros, at: now)
        var passed: [Draft] = []
        let missing = rate > setRateMicrolitersPerHour(at: now) ? raiseRequirements(rate) : []
        if !missing.isEmpty {
            guard let bypassing else { throw .missing(action: "raise the rate", missing) }
            if !change.confirmedUnusual, let question = rateQuestion(rate) { throw .unusual([question]) }
            let deviation = Deviation(
                kind: "infusion.rateChanged",
                requirements: missing.map(\.code),
                reason: bypassing
            )
            passed = [Draft(.deviationRecorded(deviation))]
        }
        let body = Event.Body.infusionRateChanged(rateMicrolitersPerHour: rate)
        return passed + [Draft(body, observedAtMicros: change.observedAtMicros)]
    }

    /// What the pump is set to, also while it stands: a rate set during a pause runs from the resume.
    private func setRateMicrolitersPerHour(at now: Moment) -> Int {
        curve.segment(at: now.sessionMicros)?.setMicrolitersPerHour ?? 0
    }

    /// What a rate above the present one lacks: an order for that much drug, within the protocol's limit.
    private func raiseRequirements(_ rate: Int) -> [Requirement] {
        guard let pump else { return [] }
        let concentration = pump.concentrationMicrogramsPerMilliliter
        let rounding = PumpSettings.rateRoundingMicrolitersPerHour * concentration
        guard rate * concentration > orderedDrugRate + rounding else { return [] }
        var missing: [Requirement] = []
        let shown = drugRateWords(rate, concentration)
        if let ordered = order, let plan = DoseArithmetic.plan(ordered) {
            let limit = DoseArithmetic.microgramsPerKgMinute(plan.nanogramsPerKgMinute)
            missing.append(
                Requirement(
                    "rate.order",
                    "the pump as ordered, \(limit) (this rate is \(shown)), unless the prescriber orders anew",
                    key: "o"
                )
            )
        } else {
            missing.append(Requirement("rate.order", "the prescriber's order for \(shown)", key: "o"))
        }
        return missing + limitRequirements(rate, concentration, code: "rate.limit")
    }

    /// What of a drug rate is over the protocol's limit.
    private func limitRequirements(_ rate: Int, _ concentration: Int, code: String) -> [Requirement] {
        let limit = rules.dose.rateHardNanogramsPerKgMinute
        guard let figure = nanogramsPerKgMinute(rate, concentration), figure > limit else { return [] }
        let words = DoseArithmetic.microgramsPerKgMinute(figure)
        let most = DoseArithmetic.microgramsPerKgMinute(limit)
        return [Requirement(code, "a rate up to the limit of \(most): this one is \(words)")]
    }

    /// What is asked about a rate that has been set although it was not ordered.
    private func rateQuestion(_ rate: Int) -> String? {
        let limit = rules.dose.rateSoftNanogramsPerKgMinute
        guard let pump, let figure = nanogramsPerKgMinute(rate, pump.concentrationMicrogramsPerMilliliter),
            figure > limit
        else { return nil }
        let shown = DoseArithmetic.microgramsPerKgMinute(figure)
        return "Rate \(shown) is over \(DoseArithmetic.microgramsPerKgMinute(limit)): is that what the pump shows?"
    }

    /// A rate as the drug it gives: nanograms per kg and minute; nil while no weight is known.
    private func nanogramsPerKgMinute(_ rate: Int, _ concentration: Int) -> Int? {
        guard let grams = order?.weightGrams ?? patient?.weightGrams, grams > 0 else { return nil }
        return DoseArithmetic.nanogramsPerKgMinute(
            rateMicrolitersPerHour: rate,
            concentrationMicrogramsPerMilliliter: concentration,
            weightGrams: grams
        )
    }

    private func drugRateWords(_ rate: Int, _ concentration: Int) -> String {
        nanogramsPerKgMinute(rate, concentration).map { DoseArithmetic.microgramsPerKgMinute($0) }
            ?? DoseArithmetic.millilitersPerHour(rate)
    }

    /// The ordered drug in nanograms an hour; a newer order may come during the infusion.
    private var orderedDrugRate: Int {
        guard let order, let plan = DoseArithmetic.plan(order) else { return 0 }
        return plan.rateMicrolitersPerHour * order.concentrationMicrogramsPerMilliliter
    }

    /// What of the running infusion is not as ordered: `rate`, `volume`, `concentration`; empty before a start.
    ///
    /// A rate below the order's is a decision of its own and is not listed.
    package func notAsOrdered(at now: Moment) -> [String] {
        guard let pump, let order, let plan = DoseArithmetic.plan(order) else { return [] }
        let concentration = pump.concentrationMicrogramsPerMilliliter
        let rounding = PumpSettings.rateRoundingMicrolitersPerHour * concentration
        let volume = abs(pump.volumeNanoliters - plan.volumeNanoliters)
        return [
            setRateMicrolitersPerHour(at: now) * concentration > orderedDrugRate + rounding ? "rate" : nil,
            volume > PumpSettings.volumeRoundingNanoliters ? "volume" : nil,
            concentration != order.concentrationMicrogramsPerMilliliter ? "concentration" : nil,
        ].compactMap { $0 }
    }

    /// What of the pump's figures, as read back, differs from the order or the logged container.
    ///
    /// The pump is set to the order, never the order to the pump: no key leads to it from here.
    func readBackRequirements(_ pump: PumpSettings) -> [Requirement] {
        var missing: [Requirement] = []
        let concentration = pump.concentrationMicrogramsPerMilliliter
        if let order, let planned = DoseArithmetic.plan(order) {
            let rate = abs(pump.rateMicrolitersPerHour - planned.rateMicrolitersPerHour)
            if rate > PumpSettings.rateRoundingMicrolitersPerHour {
                let words = DoseArithmetic.millilitersPerHour(planned.rateMicrolitersPerHour)
                missing.append(Requirement("readback.rate", "the pump set to the ordered rate, \(words)"))
            }
            if abs(pump.volumeNanoliters - planned.volumeNanoliters) > PumpSettings.volumeRoundingNanoliters {
                let words = DoseArithmetic.milliliters(planned.volumeNanoliters)
                missing.append(Requirement("readback.volume", "the pump set to the ordered volume, \(words)"))
            }
            if concentration != order.concentrationMicrogramsPerMilliliter {
                let words = DoseArithmetic.milligramsPerMilliliter(order.concentrationMicrogramsPerMilliliter)
                missing.append(Requirement("readback.concentration", "the ordered concentration, \(words)"))
            }
            if pump.rateMicrolitersPerHour * concentration > orderedDrugRate
                + PumpSettings.rateRoundingMicrolitersPerHour * concentration
            {
                missing += limitRequirements(pump.rateMicrolitersPerHour, concentration, code: "readback.limit")
            }
        }
        return missing + containerRequirements(pump)
    }

    private func containerRequirements(_ pump: PumpSettings) -> [Requirement] {
        guard let container = containers.first(where: { $0.name == pump.container }) else {
            return [Requirement("container", "container \(pump.container) logged as drawn", key: "D")]
        }
        var missing: [Requirement] = []
        if let problem = container.dilutionProblem {
            missing.append(
                Requirement("container.dilution", "a container mixed as its label says (\(problem))", key: "D")
            )
        }
        if container.concentrationMicrogramsPerMilliliter != pump.concentrationMicrogramsPerMilliliter {
            missing.append(
                Requirement("container.concentration", "the container's concentration on the pump", key: "D")
            )
        }
        return missing
    }
}
