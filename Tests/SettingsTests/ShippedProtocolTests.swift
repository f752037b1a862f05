import Session
import Settings
import Testing

@Suite struct `The shipped protocol` {
    let rules: InfusionProtocol

    init() throws {
        let shipped = try #require(ProtocolFile.shipped.first { $0.name == "iv-mood-0.5.yaml" })
        rules = try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
    }

    @Test func `says that it is an example`() {
        #expect(rules.id == "iv-mood-0.5")
        #expect(rules.status == "example - not approved")
        #expect(rules.approvedBy == nil)
    }

    @Test func `plans 0.5 mg/kg over 40 min, which is 12.5 mcg/kg/min`() {
        let dose = rules.dose
        #expect(dose.doseMicrogramsPerKg == 500)
        #expect(dose.durationMinutes == 40)
        #expect(dose.concentrationMicrogramsPerMilliliter == 1000)
        #expect(dose.doseMicrogramsPerKg * 1000 / dose.durationMinutes == 12_500)
        #expect(dose.totalSoftMicrogramsPerKg == 750)
        #expect(dose.totalHardMicrogramsPerKg == 1500)
        #expect(dose.rateSoftNanogramsPerKgMinute == 20_000)
        #expect(dose.rateHardNanogramsPerKgMinute == 35_000)
        #expect(dose.durationSoftMinutes == 30...90)
        #expect(dose.durationHardMinutes == 15)
    }

    @Test(arguments: [
        (Parameter.systolicMmHg, FieldRange(hard: 40...300, soft: 80...200, delta: 40)),
        (.diastolicMmHg, FieldRange(hard: 20...200, soft: 40...120, delta: 30)),
        (.heartRatePerMin, FieldRange(hard: 15...250, soft: 45...130, delta: 30)),
        (.spo2Percent, FieldRange(hard: 50...100, soft: 92...100, delta: 4, deltaCountsFallsOnly: true)),
        (.respiratoryRatePerMin, FieldRange(hard: 0...60, soft: 8...30, delta: 10)),
        (.temperatureTenthsCelsius, FieldRange(hard: 300...430, soft: 350...385, delta: 10)),
        (.oxygenTenthsLiterPerMin, FieldRange(hard: 0...150, soft: 0...60, delta: nil)),
        (.etco2MmHg, FieldRange(hard: 0...120, soft: 25...55, delta: 15)),
        (.painNrs, FieldRange(hard: 0...10, soft: nil, delta: nil)),
        (.moaas, FieldRange(hard: 0...5, soft: nil, delta: nil)),
        (.rass, FieldRange(hard: -5...4, soft: nil, delta: 2)),
    ])
    func `says what may be typed`(parameter: Parameter, expected: FieldRange) {
        #expect(rules.ranges[parameter] == expected)
    }

    @Test func `keeps weight in grams`() {
        #expect(rules.weight == FieldRange(hard: 20_000...350_000, soft: 40_000...130_000, delta: nil))
        #expect(rules.pulsePressureSoft == 20...100)
        #expect(rules.meanPressureSoft == 60...130)
    }

    @Test(arguments: [
        (
            Parameter.systolicMmHg,
            AlarmLimits(lowAtOrAbove: 150, mediumAtOrAbove: 160, highAtOrAbove: 180, mediumBelow: 90, highBelow: 80)
        ),
        (.diastolicMmHg, AlarmLimits(lowAtOrAbove: 95, mediumAtOrAbove: 100, highAtOrAbove: 110)),
        (
            .heartRatePerMin,
            AlarmLimits(lowAtOrAbove: 111, mediumAtOrAbove: 121, highAtOrAbove: 140, mediumBelow: 50, highBelow: 40)
        ),
        (.spo2Percent, AlarmLimits(lowBelow: 94, mediumBelow: 92, highBelow: 90)),
        (
            .respiratoryRatePerMin,
            AlarmLimits(lowAtOrAbove: 21, mediumAtOrAbove: 25, highAtOrAbove: 30, mediumBelow: 10, highBelow: 9)
        ),
        (.moaas, AlarmLimits(mediumBelow: 4, highBelow: 3)),
        (.rass, AlarmLimits(lowAtOrAbove: 1, mediumAtOrAbove: 2, highAtOrAbove: 3)),
    ])
    func `says when to alarm`(parameter: Parameter, expected: AlarmLimits) {
        #expect(rules.limits[parameter] == expected)
    }

    @Test func `alarms on seven parameters and against baseline`() {
        #expect(rules.limits.count == 7)
        let expected = RelativePressure(
            systolicRiseMmHg: 40,
            diastolicRiseMmHg: 25,
            systolicFallPercent: 30,
            systolicFallBelowMmHg: 100,
            heartRateFallPerMin: 10
        )
        #expect(rules.relativePressure == expected)
    }

    @Test func `holds and stops a start on the baseline set`() {
        #expect(rules.baseline.cautionSystolicAbove == 140)
        #expect(rules.baseline.cautionDiastolicAbove == 90)
        let hold: [Parameter: ClosedRange<Int>] = [
            .systolicMmHg: 90...159, .diastolicMmHg: 20...99, .heartRatePerMin: 45...110, .spo2Percent: 94...100,
        ]
        #expect(rules.baseline.hold == hold)
        let stop: [Parameter: ClosedRange<Int>] = [
            .systolicMmHg: 90...179, .diastolicMmHg: 20...109, .respiratoryRatePerMin: 10...30,
        ]
        #expect(rules.baseline.stop == stop)
        #expect(rules.baseline.required.count == 9)
        #expect(rules.baseline.requiresDissociation)
    }

    @Test func `says when vitals and dissociation are due`() {
        let expected = VitalsSchedule(
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
        #expect(rules.schedule == expected)
    }

    @Test func `says how old a fact may be and who may leave`() {
        let gates = GateRules(
            adultAgeYears: 18,
            baselineMaxAgeMinutes: 30,
            timeoutMaxAgeMinutes: 10,
            pauseDecisionAfterMinutes: 15,
            finalSetMaxAgeMinutes: 15,
            lateEntryAfterMinutes: 15,
            deltaMaxAgeMinutes: 15
        )
        #expect(rules.gates == gates)
        let discharge = DischargeRules(
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
        #expect(rules.discharge == discharge)
        #expect(rules.drugBalance == DrugBalanceRules(toleranceMicrograms: 1000, tolerancePercent: 2))
    }

    @Test(arguments: [
        ("consent", Answer?.some(.no), Answer?.none), ("allergy", .yes, nil), ("psychosis", nil, .yes),
        ("pregnancyExcluded", nil, .no), ("aneurysm", nil, .yes), ("maoi", nil, nil), ("fastingSolids", nil, .no),
        ("escort", .no, nil), ("suicidality", nil, nil), ("suicideRiskHigh", nil, .yes),
        ("emergencyEquipment", .no, nil), ("phq9", nil, nil),
    ])
    func `stops, and asks the prescriber, on screening answers`(id: String, stop: Answer?, decision: Answer?) throws {
        let item = try #require(rules.screening.first { $0.id == id })
        #expect(item.stopOn == stop)
        #expect(item.decideOn == decision)
    }

    @Test func `never stops a treatment for suicidality, but holds the discharge for a safety plan`() throws {
        let item = try #require(rules.screening.first { $0.id == "suicidality" })
        #expect(item.stopOn == nil)
        #expect(item.needsAtDischarge == "safetyPlan")
        #expect(rules.dischargeList.contains { $0.id == "safetyPlan" && $0.answers == .yesNo && $0.stopOn == nil })
    }

    @Test func `offers nine notes and a reason for everything`() {
        #expect(rules.quickNotes.count == 9)
        let codes = rules.reasons.correction.map(\.code)
        #expect(codes == ["wrongPatient", "wrongValue", "wrongTime", "wrongUnit", "duplicate", "omitted", "other"])
        let reasons = rules.reasons
        for list in [reasons.pause, reasons.stop, reasons.cancel, reasons.deviation, reasons.notDone] {
            #expect(list.count >= 6)
            #expect(list.last?.code == "other")
        }
        #expect(rules.screening.count == 26)
        #expect(rules.dischargeList.count == 9)
    }
}
