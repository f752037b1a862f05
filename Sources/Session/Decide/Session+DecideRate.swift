/// Decisions about how fast the drug runs: by the drug, so that another concentration hides nothing.
extension Session {
    /// Lowering a rate is a fact; raising it above the order's is a permission.
    func changeRate(_ change: RateChange, at now: Moment, bypassing: Reason?) throws(Refusal) -> [Draft] {
        guard phase == .dosing || phase == .paused else { throw wrongState("change the rate", "nothing is infusing") }
        let rate = change.rateMicrolitersPerHour
        guard rate > 0, rate <= 1_200_000 else {
            throw .outOfRange([
                FieldProblem(
                    field: "rate",
                    sentence: "the rate must be above 0 and at most 1200 mL/h; a pump that stands is paused"
                )
            ])
        }
        try checkObserved(change.observedAtMicros, at: now)
        // Raised or lowered against what the pump was set to then, not against what was entered for later.
        let then = moment(change.observedAtMicros, at: now)
        let isRaised = rate > setRateMicrolitersPerHour(at: then)
        let missing = isRaised ? needs(for: .raiseRate, at: now) + raiseNeeds(rate) : []
        let passed = try pass(.raiseRate, lacking: missing, bypassing: bypassing)
        if !missing.isEmpty, !change.confirmedUnusual, let question = rateQuestion(rate) { throw .unusual([question]) }
        let body = Event.Body.infusionRateChanged(rateMicrolitersPerHour: rate)
        return passed + [Draft(body, observedAtMicros: change.observedAtMicros)]
    }

    /// What the pump is set to, also while it stands: a rate set during a pause runs from the resume.
    private func setRateMicrolitersPerHour(at now: Moment) -> Int {
        curve.segment(at: now.sessionMicros)?.setMicrolitersPerHour ?? 0
    }

    /// What a rate above the present one lacks: an order for that much drug, within the protocol's limit.
    private func raiseNeeds(_ rate: Int) -> [Need] {
        guard let pump else { return [] }
        let concentration = pump.concentrationMicrogramsPerMilliliter
        guard givesMore(rate, concentration) else { return [] }
        let ordered = order.flatMap { DoseArithmetic.plan($0) }?.nanogramsPerKgMinute
        let shown = drugRate(rate, concentration)
        return [.rateOrder(shown, orderedNanogramsPerKgMinute: ordered)]
            + (overLimit(shown).map { [.rateLimit(shown, limitNanogramsPerKgMinute: $0)] } ?? [])
    }

    /// Whether a rate gives more drug than ordered, beyond what pumps round; a step of a pump that is a large part of
    /// the dose is no rounding.
    private func givesMore(_ rate: Int, _ concentration: Int) -> Bool {
        let more = rate * concentration - orderedDrugRate
        return more > PumpSettings.rateRoundingMicrolitersPerHour * concentration
            || more > orderedDrugRate * rules.dose.pumpStopPercent / 100
    }

    /// The protocol's limit, where a drug rate is over it.
    private func overLimit(_ rate: DrugRate) -> Int? {
        guard case .nanogramsPerKgMinute(let figure) = rate else { return nil }
        let limit = rules.dose.rateHardNanogramsPerKgMinute
        return figure > limit ? limit : nil
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

    private func drugRate(_ rate: Int, _ concentration: Int) -> DrugRate {
        nanogramsPerKgMinute(rate, concentration).map { .nanogramsPerKgMinute($0) } ?? .microlitersPerHour(rate)
    }

    /// The ordered drug in nanograms an hour; a newer order may come during the infusion.
    private var orderedDrugRate: Int {
        guard let order, let plan = DoseArithmetic.plan(order) else { return 0 }
        return plan.rateMicrolitersPerHour * order.concentrationMicrogramsPerMilliliter
    }

    /// What of the running infusion is not as ordered; empty before a start.
    ///
    /// A rate below the order's is a decision of its own and is not listed; one above it counts by the drug.
    package func notAsOrdered(at now: Moment) -> [PumpFigure] {
        guard let pump, let order, DoseArithmetic.plan(order) != nil else { return [] }
        let gives = givesMore(setRateMicrolitersPerHour(at: now), pump.concentrationMicrogramsPerMilliliter)
        return (gives ? [.rate] : []) + pump.differences(from: order, rules.dose).filter { $0 != .rate }
    }

    /// A rate at the start that is over both the order and the protocol's limit.
    func startRateNeeds(_ pump: PumpSettings) -> [Need] {
        let concentration = pump.concentrationMicrogramsPerMilliliter
        let shown = drugRate(pump.rateMicrolitersPerHour, concentration)
        guard givesMore(pump.rateMicrolitersPerHour, concentration), let limit = overLimit(shown) else { return [] }
        return [.startRateLimit(shown, limitNanogramsPerKgMinute: limit)]
    }
}
