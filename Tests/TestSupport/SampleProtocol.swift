package import Session

/// A complete protocol for tests: half a milligram per kg over 40 minutes, as published practice has it.
///
/// The same figures as the shipped example, written out once more so that the tests of the rules read no file. An
/// example; no medical director has approved it.
package func sampleProtocol() -> InfusionProtocol {
    InfusionProtocol(
        id: "iv-mood-0.5",
        version: "1",
        title: "IV ketamine, mood, 0.5 mg/kg over 40 min",
        status: "example - not approved",
        approvedBy: nil,
        approvedOn: nil,
        dose: sampleDose,
        ranges: sampleRanges,
        weight: FieldRange(hard: 20_000...350_000, soft: 40_000...130_000, delta: 10),
        pulsePressureSoft: 20...100,
        meanPressureSoft: 60...130,
        limits: sampleLimits,
        relativePressure: RelativePressure(
            systolicRiseMmHg: 40,
            diastolicRiseMmHg: 25,
            systolicFallPercent: 30,
            systolicFallBelowMmHg: 100,
            heartRateFallPerMin: 10
        ),
        baseline: sampleBaseline,
        schedule: sampleSchedule,
        gates: sampleGates,
        discharge: sampleDischarge,
        screening: sampleScreening,
        dischargeList: sampleDischargeList,
        quickNotes: [
            "Comfortable, eyes closed", "Talking with staff", "Music on", "Reassured", "Toilet, walked steadily",
        ],
        reasons: sampleReasons,
        drugBalance: DrugBalanceRules(toleranceMicrograms: 1000, tolerancePercent: 2)
    )
}

private let sampleDose = DoseRules(
    drug: "ketamine",
    route: "IV",
    doseMicrogramsPerKg: 500,
    durationMinutes: 40,
    concentrationMicrogramsPerMilliliter: 1000,
    totalSoftMicrogramsPerKg: 750,
    totalHardMicrogramsPerKg: 1500,
    rateSoftNanogramsPerKgMinute: 20_000,
    rateHardNanogramsPerKgMinute: 35_000,
    durationSoftMinutes: 30...90,
    durationHardMinutes: 15
)

private let sampleRanges: [Parameter: FieldRange] = [
    .systolicMmHg: FieldRange(hard: 40...300, soft: 80...200, delta: 40),
    .diastolicMmHg: FieldRange(hard: 20...200, soft: 40...120, delta: 30),
    .heartRatePerMin: FieldRange(hard: 15...250, soft: 45...130, delta: 30),
    .spo2Percent: FieldRange(hard: 50...100, soft: 92...100, delta: 4, deltaCountsFallsOnly: true),
    .respiratoryRatePerMin: FieldRange(hard: 0...60, soft: 8...30, delta: 10),
    .temperatureTenthsCelsius: FieldRange(hard: 300...430, soft: 350...385, delta: 10),
    .oxygenTenthsLiterPerMin: FieldRange(hard: 0...150, soft: 0...60, delta: nil),
    .etco2MmHg: FieldRange(hard: 0...120, soft: 25...55, delta: 15),
    .painNrs: FieldRange(hard: 0...10, soft: nil, delta: nil),
    .moaas: FieldRange(hard: 0...5, soft: nil, delta: nil),
    // A jump of three or more is asked about.
    .rass: FieldRange(hard: -5...4, soft: nil, delta: 2),
]

private let sampleLimits: [Parameter: AlarmLimits] = [
    .systolicMmHg: AlarmLimits(
        lowAtOrAbove: 150,
        mediumAtOrAbove: 160,
        highAtOrAbove: 180,
        mediumBelow: 90,
        highBelow: 80
    ),
    .diastolicMmHg: AlarmLimits(lowAtOrAbove: 95, mediumAtOrAbove: 100, highAtOrAbove: 110),
    .heartRatePerMin: AlarmLimits(
        lowAtOrAbove: 111,
        mediumAtOrAbove: 121,
        highAtOrAbove: 140,
        mediumBelow: 50,
        highBelow: 40
    ),
    .spo2Percent: AlarmLimits(lowBelow: 94, mediumBelow: 92, highBelow: 90),
    .respiratoryRatePerMin: AlarmLimits(
        lowAtOrAbove: 21,
        mediumAtOrAbove: 25,
        highAtOrAbove: 30,
        mediumBelow: 10,
        highBelow: 9
    ),
    .moaas: AlarmLimits(mediumBelow: 4, highBelow: 3),
    .rass: AlarmLimits(lowAtOrAbove: 1, mediumAtOrAbove: 2, highAtOrAbove: 3),
]

private let sampleBaseline = BaselineRules(
    cautionSystolicAbove: 140,
    cautionDiastolicAbove: 90,
    repeatAfterMinutes: 5,
    hold: [
        .systolicMmHg: 90...159,
        .diastolicMmHg: 20...99,
        .heartRatePerMin: 45...110,
        .spo2Percent: 94...100,
    ],
    stop: [
        .systolicMmHg: 90...179,
        .diastolicMmHg: 20...109,
        .respiratoryRatePerMin: 10...30,
    ],
    required: [.systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .moaas]
)

private let sampleSchedule = VitalsSchedule(
    dosingEveryMinutes: 10,
    mandatoryMinutes: [40],
    recoveryEveryMinutes: 15,
    recoveryStableEveryMinutes: 30,
    stableSets: 2,
    lateAfterMinutes: 3,
    lateAfterPercent: 30,
    overdueAfterMinutes: 10,
    overdueAfterPercent: 50,
    dissociationMinutes: [20, 40],
    dissociationAfterEndMinutes: [30]
)

private let sampleGates = GateRules(
    adultAgeYears: 18,
    baselineMaxAgeMinutes: 30,
    timeoutMaxAgeMinutes: 10,
    pauseDecisionAfterMinutes: 15,
    finalSetMaxAgeMinutes: 15,
    lateEntryAfterMinutes: 15,
    deltaMaxAgeMinutes: 15
)

private let sampleDischarge = DischargeRules(
    afterDoseEndMinutes: 60,
    afterDoseStartMinutes: 120,
    systolicBelow: 160,
    diastolicBelow: 100,
    withinBaselinePercent: 20,
    orSystolicBelow: 140,
    orDiastolicBelow: 90,
    riseAtMostMmHg: 10,
    setsApartMinutes: 10,
    spo2AtLeast: 94,
    roomAirMinutes: 10,
    moaasAtLeast: 5,
    dissociationAtMost: 0,
    painAtMost: 3
)

private let sampleScreening = [
    ChecklistItem(id: "consent", text: "Consent signed for this course", answers: .yesNo, stopOn: .no),
    ChecklistItem(id: "allergy", text: "Allergy to ketamine or esketamine", answers: .yesNo, stopOn: .yes),
    ChecklistItem(id: "psychosis", text: "Active psychosis, mania or delirium", answers: .yesNo, stopOn: .yes),
    ChecklistItem(
        id: "pregnancy",
        text: "Pregnant, possibly pregnant or breastfeeding",
        answers: .yesNoNotApplicable,
        stopOn: .yes,
        hint: "Test result, or why it does not apply"
    ),
    ChecklistItem(id: "heart", text: "Heart, vessel, liver or eye pressure disease", answers: .yesNo, decideOn: .yes),
    ChecklistItem(
        id: "medicines",
        text: "Sedatives, opioids, stimulants or MAOI today",
        answers: .yesNo,
        decideOn: .yes
    ),
    ChecklistItem(id: "fasting", text: "Fasted: 6 h solids, 2 h clear fluids", answers: .yesNo, decideOn: .no),
    ChecklistItem(id: "equipment", text: "Emergency equipment checked today", answers: .yesNo, stopOn: .no),
]

private let sampleDischargeList = [
    ChecklistItem(
        id: "orientation",
        text: "Oriented to person, place and time",
        answers: .yesNo,
        stopOn: .no,
        maxAgeMinutes: 30
    ),
    ChecklistItem(id: "walks", text: "Walks as on arrival", answers: .yesNo, stopOn: .no, maxAgeMinutes: 30),
    ChecklistItem(id: "nausea", text: "Nausea none or mild", answers: .yesNo, stopOn: .no, maxAgeMinutes: 30),
    ChecklistItem(id: "safety", text: "Mood and safety asked again", answers: .yesNoNotApplicable, stopOn: .no),
]

private let sampleReasons = Reasons(
    pause: [
        Reason(code: "pressure", text: "Blood pressure"), Reason(code: "distress", text: "Distress"),
        Reason(code: "access", text: "IV access"), Reason(code: "other", text: "Other"),
    ],
    stop: [
        Reason(code: "pressure", text: "Blood pressure"), Reason(code: "distress", text: "Distress"),
        Reason(code: "request", text: "Patient's request"), Reason(code: "other", text: "Other"),
    ],
    cancel: [
        Reason(code: "noShow", text: "Did not come"), Reason(code: "screening", text: "Screening"),
        Reason(code: "other", text: "Other"),
    ],
    correction: [
        Reason(code: "wrongValue", text: "Wrong value"), Reason(code: "wrongPatient", text: "Wrong patient"),
        Reason(code: "wrongTime", text: "Wrong time"), Reason(code: "other", text: "Other"),
    ],
    deviation: [
        Reason(code: "emergency", text: "Emergency"), Reason(code: "paper", text: "Charted on paper"),
        Reason(code: "other", text: "Other"),
    ],
    notDone: [
        Reason(code: "refused", text: "Patient refused"), Reason(code: "asleep", text: "Asleep, not disturbed"),
        Reason(code: "equipment", text: "Equipment"), Reason(code: "other", text: "Other"),
    ]
)
