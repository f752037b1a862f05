import Session
import TestSupport
import Testing

@Suite struct `An alarm condition` {
    private let rules = sampleProtocol()

    private func conditions(_ values: [Parameter: Int], baseline: [Parameter: Int] = [:]) -> [AlarmCondition] {
        AlarmCondition.evaluate(
            Vitals(values.mapValues(Reading.value)),
            against: rules,
            baseline: Vitals(baseline.mapValues(Reading.value))
        )
    }

    @Test(arguments: [
        (Parameter.systolicMmHg, 149, AlarmCondition.Priority?.none), (.systolicMmHg, 150, .low),
        (.systolicMmHg, 159, .low), (.systolicMmHg, 160, .medium), (.systolicMmHg, 179, .medium),
        (.systolicMmHg, 180, .high), (.systolicMmHg, 300, .high), (.systolicMmHg, 90, .none),
        (.systolicMmHg, 89, .medium), (.systolicMmHg, 80, .medium), (.systolicMmHg, 79, .high),
        (.diastolicMmHg, 94, .none), (.diastolicMmHg, 95, .low), (.diastolicMmHg, 99, .low),
        (.diastolicMmHg, 100, .medium), (.diastolicMmHg, 109, .medium), (.diastolicMmHg, 110, .high),
        (.heartRatePerMin, 110, .none), (.heartRatePerMin, 111, .low), (.heartRatePerMin, 120, .low),
        (.heartRatePerMin, 121, .medium), (.heartRatePerMin, 139, .medium), (.heartRatePerMin, 140, .high),
        (.heartRatePerMin, 50, .none), (.heartRatePerMin, 49, .medium), (.heartRatePerMin, 40, .medium),
        (.heartRatePerMin, 39, .high), (.spo2Percent, 94, .none), (.spo2Percent, 93, .low), (.spo2Percent, 92, .low),
        (.spo2Percent, 91, .medium), (.spo2Percent, 90, .medium), (.spo2Percent, 89, .high),
        (.respiratoryRatePerMin, 10, .none), (.respiratoryRatePerMin, 9, .medium), (.respiratoryRatePerMin, 8, .high),
        (.respiratoryRatePerMin, 0, .high), (.respiratoryRatePerMin, 20, .none), (.respiratoryRatePerMin, 21, .low),
        (.respiratoryRatePerMin, 24, .low), (.respiratoryRatePerMin, 25, .medium),
        (.respiratoryRatePerMin, 29, .medium), (.respiratoryRatePerMin, 30, .high), (.moaas, 5, .none),
        (.moaas, 4, .none), (.moaas, 3, .medium), (.moaas, 2, .high), (.moaas, 0, .high), (.rass, 0, .none),
        (.rass, 1, .low), (.rass, 2, .medium), (.rass, 3, .high), (.rass, 4, .high), (.rass, -1, .none),
        (.rass, -2, .none), (.rass, -3, .none), (.rass, -5, .none),
        (.temperatureTenthsCelsius, 400, .none), (.painNrs, 10, .none),
    ])
    func `follows the protocol's limits`(parameter: Parameter, value: Int, priority: AlarmCondition.Priority?) {
        #expect(conditions([parameter: value]).map(\.priority) == (priority.map { [$0] } ?? []))
    }

    @Test(arguments: [
        (Parameter.systolicMmHg, 110, 149, AlarmCondition.Priority?.none), (.systolicMmHg, 110, 150, .medium),
        (.systolicMmHg, 100, 139, .none), (.systolicMmHg, 100, 140, .medium), (.systolicMmHg, 145, 180, .high),
        (.diastolicMmHg, 70, 94, .none), (.diastolicMmHg, 70, 95, .medium), (.diastolicMmHg, 60, 85, .medium),
        (.diastolicMmHg, 60, 84, .none),
    ])
    func `is medium at a rise over the session's own baseline`(
        parameter: Parameter,
        baseline: Int,
        value: Int,
        priority: AlarmCondition.Priority?
    ) {
        #expect(conditions([parameter: value], baseline: [parameter: baseline]).first?.priority == priority)
    }

    @Test(arguments: [
        // Below 70 % of the baseline, and below 100.
        (150, 105, AlarmCondition.Priority?.none), (150, 100, .none), (150, 99, .medium), (140, 98, .none),
        (140, 97, .medium), (130, 91, .none), (130, 90, .medium), (120, 90, .none), (120, 89, .medium),
        (110, 79, .high),
    ])
    func `is medium at a fall by a share of the baseline`(
        baseline: Int,
        value: Int,
        priority: AlarmCondition.Priority?
    ) {
        let found = conditions([.systolicMmHg: value], baseline: [.systolicMmHg: baseline])
        #expect(found.first?.priority == priority)
    }

    @Test(arguments: [
        (55, 49, AlarmCondition.Priority?.none), (58, 49, .none), (59, 49, .medium), (60, 49, .medium),
        (52, 43, .none), (52, 42, .medium), (48, 39, .high), (48, 40, .none),
    ])
    func `lets a heart be slow that was slow before`(baseline: Int, value: Int, priority: AlarmCondition.Priority?) {
        let found = conditions([.heartRatePerMin: value], baseline: [.heartRatePerMin: baseline])
        #expect(found.first?.priority == priority)
    }

    @Test(arguments: [
        (Parameter.systolicMmHg, 162, 120, "SBP 162 > 160"), (.systolicMmHg, 160, 130, "SBP 160 >= 160"),
        (.systolicMmHg, 152, 110, "SBP 152 > 150 (baseline + 40)"),
        (.systolicMmHg, 95, 140, "SBP 95 < 98 (baseline - 30 %)"),
        (.systolicMmHg, 185, 110, "SBP 185 > 180"), (.diastolicMmHg, 95, 70, "DBP 95 >= 95 (baseline + 25)"),
        (.spo2Percent, 91, 98, "SpO2 91 < 92"), (.respiratoryRatePerMin, 8, 14, "RR 8 < 9"),
        (.moaas, 3, 5, "MOAA/S 3 < 4"),
        (.rass, 2, 0, "RASS +2 >= +2"), (.heartRatePerMin, 145, 80, "HR 145 > 140"),
    ])
    func `says the value and the limit it crossed`(parameter: Parameter, value: Int, baseline: Int, message: String) {
        #expect(conditions([parameter: value], baseline: [parameter: baseline]).first?.message == message)
    }

    @Test func `comes once for a parameter, the highest first`() {
        let found = conditions(
            [.systolicMmHg: 165, .diastolicMmHg: 96, .spo2Percent: 88, .moaas: 3],
            baseline: [.systolicMmHg: 110, .diastolicMmHg: 80]
        )
        #expect(found.compactMap(\.parameter) == [.spo2Percent, .systolicMmHg, .moaas, .diastolicMmHg])
        #expect(found.map(\.priority) == [.high, .medium, .medium, .low])
        #expect(found.map(\.priority.mark) == ["***", "**", "**", "*"])
    }

    @Test(arguments: [
        (Parameter.systolicMmHg, Unmeasurable.noReading, AlarmCondition.Priority.medium), (.systolicMmHg, .high, .high),
        (.systolicMmHg, .low, .high), (.diastolicMmHg, .high, .high), (.diastolicMmHg, .low, .medium),
        (.heartRatePerMin, .high, .high), (.heartRatePerMin, .low, .high), (.heartRatePerMin, .noReading, .medium),
        (.spo2Percent, .low, .high), (.spo2Percent, .high, .medium), (.spo2Percent, .noReading, .medium),
        (.respiratoryRatePerMin, .high, .high), (.respiratoryRatePerMin, .low, .high),
        (.temperatureTenthsCelsius, .high, .medium), (.etco2MmHg, .noReading, .medium),
    ])
    func `is at least medium for what cannot be measured`(
        parameter: Parameter,
        why: Unmeasurable,
        priority: AlarmCondition.Priority
    ) {
        let vitals = Vitals([parameter: .unmeasurable(why)])
        let found = AlarmCondition.evaluate(vitals, against: rules, baseline: nil)
        #expect(found.map(\.priority) == [priority])
        #expect(found.first?.message.hasPrefix(parameter.label + " ") == true)
    }

    @Test func `is one for one cuff`() {
        let vitals = Vitals([.systolicMmHg: .unmeasurable(.noReading), .diastolicMmHg: .unmeasurable(.noReading)])
        let found = AlarmCondition.evaluate(vitals, against: rules, baseline: nil)
        #expect(found.map(\.message) == ["SBP no reading"])
    }

    @Test func `is none for what was not done`() {
        let vitals = Vitals([.spo2Percent: .notDone(reason: "probe off")])
        #expect(AlarmCondition.evaluate(vitals, against: rules, baseline: nil) == [])
    }

    @Test func `follows the session's own limits where it has some`() {
        let own = [Parameter.systolicMmHg: AlarmLimits(mediumAtOrAbove: 175, highAtOrAbove: 180)]
        let vitals = Vitals([.systolicMmHg: .value(170)])
        #expect(AlarmCondition.evaluate(vitals, against: rules, baseline: nil, limits: own) == [])
        #expect(AlarmCondition.evaluate(vitals, against: rules, baseline: nil).first?.priority == .medium)
    }
}
