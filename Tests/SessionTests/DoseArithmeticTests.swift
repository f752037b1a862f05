import Session
import TestSupport
import Testing

@Suite struct `Dose arithmetic` {
    private func order(grams: Int, perKg: Int, minutes: Int, concentration: Int) -> Order {
        Order(
            drug: "ketamine",
            doseMicrogramsPerKg: perKg,
            weightGrams: grams,
            durationMinutes: minutes,
            concentrationMicrogramsPerMilliliter: concentration,
            prescriber: "Dr. Lind",
            way: .written
        )
    }

    struct Vector {
        var grams: Int
        var perKg: Int
        var minutes: Int
        var concentration: Int
        var dose: String
        var volume: String
        var rate: String
        var perMinute: String
        var perHour: String
    }

    @Test(arguments: [
        Vector(
            grams: 80_000,
            perKg: 500,
            minutes: 40,
            concentration: 1000,
            dose: "40 mg",
            volume: "40 mL",
            rate: "60 mL/h",
            perMinute: "12.5 mcg/kg/min",
            perHour: "0.75 mg/kg/h"
        ),
        Vector(
            grams: 80_000,
            perKg: 500,
            minutes: 40,
            concentration: 2000,
            dose: "40 mg",
            volume: "20 mL",
            rate: "30 mL/h",
            perMinute: "12.5 mcg/kg/min",
            perHour: "0.75 mg/kg/h"
        ),
        Vector(
            grams: 112_500,
            perKg: 500,
            minutes: 40,
            concentration: 1000,
            dose: "56.25 mg",
            volume: "56.25 mL",
            rate: "84.375 mL/h",
            perMinute: "12.5 mcg/kg/min",
            perHour: "0.75 mg/kg/h"
        ),
        Vector(
            grams: 63_400,
            perKg: 750,
            minutes: 45,
            concentration: 500,
            dose: "47.55 mg",
            volume: "95.1 mL",
            rate: "126.8 mL/h",
            perMinute: "16.667 mcg/kg/min",
            perHour: "1 mg/kg/h"
        ),
    ])
    func `works an order out`(vector: Vector) throws {
        let plan = try #require(
            DoseArithmetic.plan(
                order(
                    grams: vector.grams,
                    perKg: vector.perKg,
                    minutes: vector.minutes,
                    concentration: vector.concentration
                )
            )
        )
        #expect(DoseArithmetic.milligrams(plan.doseMicrograms) == vector.dose)
        #expect(DoseArithmetic.milliliters(plan.volumeNanoliters) == vector.volume)
        #expect(DoseArithmetic.millilitersPerHour(plan.rateMicrolitersPerHour) == vector.rate)
        #expect(DoseArithmetic.microgramsPerKgMinute(plan.nanogramsPerKgMinute) == vector.perMinute)
        #expect(DoseArithmetic.milligramsPerKgHour(plan.microgramsPerKgHour) == vector.perHour)
        // Step by step comes to the same.
        let dose = DoseArithmetic.doseMicrograms(weightGrams: vector.grams, microgramsPerKg: vector.perKg)
        let volume = DoseArithmetic.volumeNanoliters(
            micrograms: dose,
            concentrationMicrogramsPerMilliliter: vector.concentration
        )
        let rate = DoseArithmetic.rateMicrolitersPerHour(volumeNanoliters: volume, minutes: vector.minutes)
        #expect([dose, volume, rate] == [plan.doseMicrograms, plan.volumeNanoliters, plan.rateMicrolitersPerHour])
        #expect(
            DoseArithmetic.nanogramsPerKgMinute(
                rateMicrolitersPerHour: rate,
                concentrationMicrogramsPerMilliliter: vector.concentration,
                weightGrams: vector.grams
            ) == plan.nanogramsPerKgMinute
        )
        #expect(
            DoseArithmetic.microgramsPerKgHour(
                rateMicrolitersPerHour: rate,
                concentrationMicrogramsPerMilliliter: vector.concentration,
                weightGrams: vector.grams
            ) == plan.microgramsPerKgHour
        )
        #expect(
            DoseArithmetic.micrograms(
                volumeNanoliters: volume,
                concentrationMicrogramsPerMilliliter: vector.concentration
            ) == dose
        )
    }

    /// Grams, mcg/kg, minutes, mcg/mL; then the pump's rate in uL/h, what it gives and what that is too much, in mcg.
    struct Step {
        var order: (Int, Int, Int, Int)
        var pump: Int
        var given: Int
        var difference: Int
    }

    @Test(arguments: [
        Step(order: (112_500, 500, 40, 1000), pump: 84_400, given: 56_267, difference: 17),
        Step(order: (63_400, 750, 45, 500), pump: 126_800, given: 47_550, difference: 0),
        Step(order: (80_065, 500, 40, 1000), pump: 60_000, given: 40_000, difference: -33),
        // 49.54955 mL/h is 49.55 in thousandths: 49.6 only for who rounds twice.
        Step(order: (66_000, 500, 40, 999), pump: 49_500, given: 32_967, difference: -33),
        Step(order: (80_000, 500, 40, 100_000), pump: 600, given: 40_000, difference: 0),
        Step(order: (20_000, 1, 40, 1000), pump: 0, given: 0, difference: -20),
    ])
    func `rounds a pump to its step once, and says what that changes of the dose`(step: Step) throws {
        let (grams, perKg, minutes, concentration) = step.order
        let order = order(grams: grams, perKg: perKg, minutes: minutes, concentration: concentration)

        let plan = try #require(DoseArithmetic.plan(order))

        #expect(plan.pumpRateMicrolitersPerHour == step.pump)
        #expect(plan.pumpDoseMicrograms == step.given)
        #expect(plan.roundingDifferenceMicrograms == step.difference)
    }

    /// Nanolitres, mcg/mL, to how many micrograms, and how it is printed.
    @Test(arguments: [
        (499_000, 100_000, 1, "0.499 mL"), (10_566_667, 3000, 1, "10.5667 mL"), (40_000_000, 1000, 1, "40 mL"),
        (15_850_000, 2000, 1, "15.85 mL"), (316_667, 100_000, 1, "0.31667 mL"), (20_412_345, 1000, 100, "20.4 mL"),
        (204_123, 100_000, 100, "0.204 mL"), (2_041_234, 10_000, 100, "2.04 mL"), (1, 1_000_000, 1, "0.000001 mL"),
        (20_449_999, 1, 100, "20.4 mL"),
    ])
    func `A printed volume is never another dose`(volume: Int, concentration: Int, step: Int, text: String) throws {
        let printed = DoseArithmetic.milliliters(
            volume,
            concentrationMicrogramsPerMilliliter: concentration,
            toMicrograms: step
        )

        #expect(printed == text)
        let read = try #require(DecimalText.scaled(String(printed.dropLast(3)), decimals: 6))
        // Half a step at most, in billionths of it.
        #expect(2 * abs(read - volume) * concentration <= step * 1_000_000)
    }

    @Test(arguments: [(80_000, 1000), (63_400, 2000), (63_400, 3000), (112_500, 100_000), (77_700, 999)])
    func `The dose follows from the printed volume and concentration`(grams: Int, concentration: Int) throws {
        let order = order(grams: grams, perKg: 500, minutes: 40, concentration: concentration)
        let plan = try #require(DoseArithmetic.plan(order))
        let read = try #require(DecimalText.scaled(String(plan.volumeText.dropLast(3)), decimals: 6))
        let dose = DoseArithmetic.micrograms(
            volumeNanoliters: read,
            concentrationMicrogramsPerMilliliter: concentration
        )
        #expect(dose == plan.doseMicrograms)
    }

    @Test func `No pump is told to run at 0 mL/h`() throws {
        let slow = try #require(DoseArithmetic.plan(order(grams: 20_000, perKg: 1, minutes: 40, concentration: 1000)))
        #expect(slow.pumpRateText == "NO PUMP RATE: slower than its step of 0.1 mL/h")
        #expect(slow.rateText == "0.03 mL/h")
        let slower = order(grams: 20_000, perKg: 1, minutes: 10_000, concentration: 1_000_000)
        #expect(try #require(DoseArithmetic.plan(slower)).rateText == "under 0.001 mL/h")
    }

    @Test(arguments: [(60_000, "60 mL/h"), (84_400, "84.4 mL/h"), (84_375, "84.375 mL/h"), (600, "0.6 mL/h")])
    func `A rate stands without a zero that makes it ten times as much`(rate: Int, text: String) {
        #expect(DoseArithmetic.millilitersPerHour(rate) == text)
    }

    @Test(arguments: [
        (5, 10, 1), (4, 10, 0), (15, 10, 2), (-5, 10, -1), (-4, 10, 0), (7, 7, 1), (0, 3, 0), (1, 3, 0), (2, 3, 1),
    ])
    func `divides half up`(dividend: Int, divisor: Int, quotient: Int) {
        #expect(DoseArithmetic.divide(dividend, by: divisor) == quotient)
    }

    @Test(arguments: [
        (0, 500, 40, 1000), (80_000, 0, 40, 1000), (80_000, 500, 0, 1000), (80_000, 500, 40, 0),
        (-1, 500, 40, 1000), (Int.max, Int.max, 40, 1000),
    ])
    func `works nothing out from nothing`(grams: Int, perKg: Int, minutes: Int, concentration: Int) {
        let order = order(grams: grams, perKg: perKg, minutes: minutes, concentration: concentration)
        #expect(DoseArithmetic.plan(order) == nil)
        let hard = DoseArithmetic.check(order: order, rules: sampleProtocol().dose).hard
        #expect(hard.map(\.code) == ["order.figures"])
        #expect(hard.allSatisfy { !$0.canBeOverridden })
    }

    @Test(
        arguments: [
            // mcg/kg, minutes, hard codes, number of questions
            (500, 40, [], 0), (750, 40, [], 0), (751, 40, [], 1), (1500, 90, [], 1), (1501, 90, ["order.total"], 0),
            (600, 30, [], 0), (601, 30, [], 1), (600, 29, [], 2), (700, 35, [], 0), (701, 35, [], 1),
            (1050, 30, [], 2), (1051, 30, ["order.rate"], 1), (500, 30, [], 0), (500, 29, [], 1), (500, 90, [], 0),
            (500, 91, [], 1), (300, 15, [], 1), (300, 14, ["order.duration"], 1),
            (2000, 14, ["order.total", "order.rate", "order.duration"], 0),
        ] as [(Int, Int, [String], Int)]
    )
    func `holds an order to the protocol's limits`(perKg: Int, minutes: Int, hard: [String], questions: Int) {
        let order = order(grams: 80_000, perKg: perKg, minutes: minutes, concentration: 1000)
        // By weight alone: what is asked about the milligrams in all stands with the weights.
        var rules = sampleProtocol().dose
        rules.totalAskMicrograms = 1_000_000

        let result = DoseArithmetic.check(order: order, rules: rules)

        #expect(result.hard.map(\.code) == hard)
        #expect(result.hard.allSatisfy { $0.canBeOverridden })
        #expect(result.questions.count == questions, "\(result.questions)")
    }

    @Test(arguments: [
        (Sex.male, 178, 120_000, 73_181, 91_909, 164, true, false),
        (.female, 165, 95_000, 56_909, 72_146, 167, true, false),
        (.female, 150, 60_000, 45_500, 51_300, 132, true, true), (.male, 170, 65_000, 65_937, 65_000, 99, false, false),
    ])
    func `knows ideal and adjusted weight`(
        sex: Sex,
        height: Int,
        actual: Int,
        ideal: Int,
        adjusted: Int,
        ratio: Int,
        isFar: Bool,
        isBelow: Bool
    ) throws {
        let weight = try #require(DoseWeight(actualGrams: actual, heightCentimeters: height, sex: sex))
        #expect(weight.idealGrams == ideal)
        #expect(weight.adjustedGrams == adjusted)
        #expect(weight.grams(.adjusted) == adjusted)
        #expect(weight.grams(.actual) == actual)
        #expect(weight.grams(.ideal) == min(actual, ideal))
        #expect(weight.grams(.capped(grams: 80_000)) == min(actual, 80_000))
        #expect(weight.ratioHundredths == ratio)
        #expect(weight.isFarAboveIdeal == isFar)
        #expect(weight.isBelowFormula == isBelow)
    }

    @Test func `has no ideal weight without a base for it`() {
        #expect(DoseWeight(actualGrams: 80_000, heightCentimeters: 170, sex: .unknown) == nil)
    }
}
