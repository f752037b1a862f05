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

    @Test(arguments: [
        (84_375, 84_400, 17), (126_800, 126_800, 0), (60_049, 60_000, -33), (60_050, 60_100, 33),
    ])
    func `rounds a pump to a tenth of a millilitre and shows the difference`(exact: Int, pump: Int, micrograms: Int) {
        #expect(DoseArithmetic.pumpRateMicrolitersPerHour(exact) == pump)
        // Over 40 min at 1 mg/mL.
        let dose = DoseArithmetic.divide(exact * 40, by: 60)
        let difference = DoseArithmetic.roundingDifferenceMicrograms(
            exactMicrograms: dose,
            pumpRateMicrolitersPerHour: pump,
            minutes: 40,
            concentrationMicrogramsPerMilliliter: 1000
        )
        #expect(abs(difference - micrograms) <= 1)
    }

    @Test func `shows that difference for a whole order`() throws {
        let plan = try #require(
            DoseArithmetic.plan(order(grams: 112_500, perKg: 500, minutes: 40, concentration: 1000))
        )
        #expect(plan.pumpRateMicrolitersPerHour == 84_400)
        #expect(plan.roundingDifferenceMicrograms == 17)
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
        let result = DoseArithmetic.check(order: order, rules: sampleProtocol().dose)
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
