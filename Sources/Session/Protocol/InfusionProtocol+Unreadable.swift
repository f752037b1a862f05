extension InfusionProtocol {
    /// What stands in for a protocol that cannot be read: no limit, no list, no interval.
    ///
    /// A session under it shows its values as they are and records every fact. `Session.hasProtocol` is false, and each
    /// gate says so; the limits here are as wide as their fields, so that nothing is judged by them.
    static let unreadable = InfusionProtocol(
        id: "",
        version: "",
        title: "",
        status: "cannot be read",
        approvedBy: nil,
        approvedOn: nil,
        dose: DoseRules(
            drug: "",
            route: "",
            doseMicrogramsPerKg: 0,
            durationMinutes: 0,
            concentrationMicrogramsPerMilliliter: 0,
            totalAskMicrograms: 1_000_000_000,
            totalSoftMicrogramsPerKg: 1_000_000,
            totalHardMicrogramsPerKg: 1_000_000,
            rateSoftNanogramsPerKgMinute: 1_000_000_000,
            rateHardNanogramsPerKgMinute: 1_000_000_000,
            durationSoftMinutes: 1...100_000,
            durationHardMinutes: 0
        ),
        ranges: Dictionary(
            uniqueKeysWithValues: Parameter.allCases.map { parameter in
                (parameter, FieldRange(hard: parameter.facts.possible, soft: nil, delta: nil))
            }
        ),
        weight: FieldRange(hard: 1...1_000_000, soft: nil, delta: nil),
        pulsePressureSoft: 0...1000,
        meanPressureSoft: 0...1000,
        limits: [:],
        relativePressure: RelativePressure(
            systolicRiseMmHg: 1000,
            diastolicRiseMmHg: 1000,
            systolicFallPercent: 100,
            systolicFallBelowMmHg: 0,
            heartRateFallPerMin: 0
        ),
        baseline: BaselineRules(
            cautionSystolicAbove: 1000,
            cautionDiastolicAbove: 1000,
            hold: [:],
            stop: [:],
            required: []
        ),
        schedule: VitalsSchedule(
            dosingEveryMinutes: 1440,
            mandatoryMinutes: [],
            recoveryEveryMinutes: 1440,
            recoveryStableEveryMinutes: 1440,
            stableSets: 1,
            lateAfterMinutes: 1440,
            lateAfterPercent: 0,
            overdueAfterMinutes: 1440,
            overdueAfterPercent: 0,
            dissociationMinutes: [],
            dissociationAfterEndMinutes: []
        ),
        // What is old is old without a protocol too: the figures of the shipped example.
        gates: GateRules(
            adultAgeYears: 18,
            baselineMaxAgeMinutes: 30,
            timeoutMaxAgeMinutes: 10,
            pauseDecisionAfterMinutes: 15,
            finalSetMaxAgeMinutes: 15,
            lateEntryAfterMinutes: 15,
            deltaMaxAgeMinutes: 15
        ),
        discharge: DischargeRules(
            afterDoseEndMinutes: 0,
            afterDoseStartMinutes: 0,
            systolicBelow: 1000,
            diastolicBelow: 1000,
            withinBaselinePercent: 100,
            orSystolicBelow: 1000,
            orDiastolicBelow: 1000,
            riseAtMostMmHg: 1000,
            setsApartMinutes: 1,
            spo2AtLeast: 0,
            roomAirMinutes: 0,
            moaasAtLeast: 0,
            dissociationAtMost: 4,
            painAtMost: 10
        ),
        screening: [],
        dischargeList: [],
        quickNotes: [],
        // A pause, a stop and a correction need a reason; "other" takes it in words.
        reasons: Reasons(
            pause: [.other],
            stop: [.other],
            cancel: [.other],
            correction: [.other],
            deviation: [.other],
            notDone: [.other]
        ),
        // Of the drug no protocol is needed to say that what was drawn must be accounted for.
        drugBalance: DrugBalanceRules(toleranceMicrograms: 1000, tolerancePercent: 2)
    )
}

extension Reason {
    /// The reason every list ends with; it is said in words.
    package static let other = Reason(code: "other", text: "Other")
}
