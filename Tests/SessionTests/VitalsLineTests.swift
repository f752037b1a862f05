import Session
import TestSupport
import Testing

@Suite struct `A vitals line` {
    private typealias Readings = [Parameter: Reading]

    private func values(_ text: String) -> [Parameter: Int] {
        VitalsLine.parse(text).vitals.readings.compactMapValues(\.value)
    }

    @Test(arguments: [
        ("142/88", [142, 88]), ("142/88 84 97", [142, 88, 84, 97]), ("142/88 84 97 14", [142, 88, 84, 97, 14]),
        ("142/88 84 97 14 4", [142, 88, 84, 97, 14, 4]), ("142/88,84,97,14,4", [142, 88, 84, 97, 14, 4]),
        ("142/88+84+97+14+4", [142, 88, 84, 97, 14, 4]), ("  142/88   84, 97 +14 4 ", [142, 88, 84, 97, 14, 4]),
        ("142/88 104", [142, 88, 104]), ("142/88 49", [142, 88, 49]), ("142/88 84 97 14 0", [142, 88, 84, 97, 14, 0]),
        ("142/88 84 97 14 5", [142, 88, 84, 97, 14, 5]),
    ])
    func `reads bare numbers in their order, any tail left out`(text: String, numbers: [Int]) {
        let order: [Parameter] = [
            .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .moaas,
        ]
        let parsed = VitalsLine.parse(text)
        #expect(parsed.isComplete)
        #expect(parsed.problems == [])
        #expect(values(text) == Dictionary(uniqueKeysWithValues: zip(order, numbers)))
    }

    @Test(arguments: [("30", 300), ("36.8", 368), ("43", 430), ("37.0", 370), ("42.9", 429)])
    func `takes 30 to 43 in the fifth place for a temperature`(typed: String, tenths: Int) {
        #expect(values("142/88 84 97 14 \(typed)")[.temperatureTenthsCelsius] == tenths)
        #expect(values("142/88 84 97 14 4 \(typed)")[.temperatureTenthsCelsius] == tenths)
        #expect(values("142/88 84 97 14 4 \(typed)")[.moaas] == 4)
    }

    @Test(arguments: ["5.5", "6 1", "29", "44", "85", "114", "36,8", "36 4", "4 4", "4 36,8", "36.85"])
    func `refuses anything else in the fifth place`(typed: String) {
        let parsed = VitalsLine.parse("142/88 84 97 14 \(typed)")
        #expect(!parsed.problems.isEmpty)
        #expect(!parsed.isComplete)
    }

    @Test(arguments: [
        "bp142/88 hr84 s97 rr14 m4 r-1 t36.8 p3 o2 e38", "o2 e38 p3 t36.8 r-1 m4 rr14 s97 hr84 bp142/88",
        "BP142/88 HR84 S97 RR14 M4 R-1 T36.8 P3 O2 E38", "bp 142/88 hr 84 s 97 rr 14 m 4 r -1 t 36.8 p 3 o 2 e 38",
        "bp142/88,hr84,spo297,rr14,moaas4,rass-1,temp36,8,pain3,oxygen2,etco238",
        "142/88 84 97 14 4 36.8 r-1 p3 o2.0 e38", "t36.8 142/88 84 97 14 m4 r-1 p3 o2 e38",
    ])
    func `reads tagged fields in any order, among bare numbers too`(text: String) {
        let parsed = VitalsLine.parse(text)
        #expect(parsed.isComplete)
        #expect(
            values(text) == [
                .systolicMmHg: 142, .diastolicMmHg: 88, .heartRatePerMin: 84, .spo2Percent: 97,
                .respiratoryRatePerMin: 14, .moaas: 4, .rass: -1, .temperatureTenthsCelsius: 368, .painNrs: 3,
                .oxygenTenthsLiterPerMin: 20, .etco2MmHg: 38,
            ]
        )
    }

    @Test(arguments: [
        ("r-5", -5), ("r-1", -1), ("r0", 0), ("r1", 1), ("r+2", 2), ("rass+4", 4), ("142/88+r+1", 1),
    ])
    func `takes the sign of a RASS`(text: String, rass: Int) {
        #expect(values(text)[.rass] == rass)
    }

    @Test func `lets bare numbers pass over fields tagged before them`() {
        #expect(values("142/88 s97 84 14")[.respiratoryRatePerMin] == 14)
        #expect(values("142/88 hr84 97 14")[.spo2Percent] == 97)
        #expect(values("142/88 97 hr84") == values("142/88 84 s97"))
        #expect(values("hr84 142/88 97 14 4")[.moaas] == 4)
    }

    @Test(arguments: [("d0", 0), ("d4", 4), ("142/88 84 97 d2", 2), ("D 3", 3)])
    func `reads dissociation`(text: String, score: Int) {
        #expect(VitalsLine.parse(text).dissociation == score)
        #expect(VitalsLine.parse(text).isComplete)
    }

    @Test(arguments: [50, 84, 97, 100])
    func `asks whether a single bare number is HR or SpO2`(value: Int) {
        var parsed = VitalsLine.parse("142/88 \(value)")
        #expect(parsed.questions == [.heartRateOrSpo2(value)])
        #expect(!parsed.isComplete)
        #expect(parsed.vitals[.heartRatePerMin] == nil)
        #expect(parsed.vitals[.spo2Percent] == nil)
        #expect(parsed.tokens.last?.meaning == .ambiguous)
        var other = parsed
        parsed.takeBareNumber(as: .spo2Percent)
        #expect(parsed.isComplete)
        #expect(parsed.vitals.value(.spo2Percent) == value)
        #expect(parsed.tokens.last?.text == "SpO2 \(value)")
        other.takeBareNumber(as: .heartRatePerMin)
        #expect(other.vitals.value(.heartRatePerMin) == value)
    }

    @Test(arguments: ["142/88 49", "142/88 101", "142/88 84 97", "142/88 84 s97", "142/88 97 hr84", "142/88 ? 97"])
    func `does not ask where only one reading is possible`(text: String) {
        #expect(VitalsLine.parse(text).questions == [])
    }

    @Test(arguments: [(86, 300), (98, 367), (113, 450)])
    func `offers to convert Fahrenheit, and converts nothing by itself`(fahrenheit: Int, celsiusTenths: Int) {
        for text in ["t\(fahrenheit)", "142/88 84 97 14 \(fahrenheit)"] {
            var parsed = VitalsLine.parse(text)
            let question = VitalsLine.Question.fahrenheit(typedTenths: fahrenheit * 10, celsiusTenths: celsiusTenths)
            #expect(parsed.questions == [question])
            #expect(parsed.vitals.value(.temperatureTenthsCelsius) == fahrenheit * 10)
            parsed.takeCelsius()
            #expect(parsed.isComplete)
            #expect(parsed.vitals.value(.temperatureTenthsCelsius) == celsiusTenths)
        }
    }

    @Test(arguments: [("t98.6", 370), ("t97,7", 365), ("t100.4", 380)])
    func `rounds a conversion half up to a tenth`(text: String, celsiusTenths: Int) {
        var parsed = VitalsLine.parse(text)
        parsed.takeCelsius()
        #expect(parsed.vitals.value(.temperatureTenthsCelsius) == celsiusTenths)
    }

    @Test(arguments: ["t85.9", "t113.1", "t43"])
    func `offers no conversion outside 86 to 113`(text: String) {
        #expect(VitalsLine.parse(text).questions == [])
    }

    @Test(arguments: [
        ("@14:20", VitalsLine.LateMark.localClock(hour: 14, minute: 20)), ("@1420", .localClock(hour: 14, minute: 20)),
        ("@9:05", .localClock(hour: 9, minute: 5)), ("@0:00", .localClock(hour: 0, minute: 0)),
        ("@23:59", .localClock(hour: 23, minute: 59)), ("@-4", .minutesAgo(4)), ("@-0", .minutesAgo(0)),
        ("@-1440", .minutesAgo(1440)),
    ])
    func `reads when a late entry was measured`(text: String, late: VitalsLine.LateMark) {
        #expect(VitalsLine.parse("142/88 84 97 \(text)").late == late)
        #expect(VitalsLine.parse("\(text) 142/88 84 97").isComplete)
    }

    @Test(arguments: ["@24:00", "@14:60", "@-1441", "@x", "@14:5 1", "@99", "@1:2:3", "@-4 @-5", "@+4"])
    func `refuses what is no time`(text: String) {
        #expect(!VitalsLine.parse("142/88 84 97 \(text) s97 hr80").problems.isEmpty)
    }

    @Test(arguments: [
        ("bp?", Unmeasurable.noReading, [Parameter.systolicMmHg, .diastolicMmHg]),
        ("bp>", .high, [.systolicMmHg, .diastolicMmHg]), ("bp<", .low, [.systolicMmHg, .diastolicMmHg]),
        ("s?", .noReading, [.spo2Percent]), ("hr>", .high, [.heartRatePerMin]),
        ("rr <", .low, [.respiratoryRatePerMin]),
        ("t>", .high, [.temperatureTenthsCelsius]), ("e?", .noReading, [.etco2MmHg]),
        ("142/88 84 ? 14", .noReading, [.spo2Percent]), ("? 84 97", .noReading, [.systolicMmHg, .diastolicMmHg]),
        ("142/88 > 97", .high, [.heartRatePerMin]),
    ])
    func `takes what cannot be measured`(text: String, why: Unmeasurable, parameters: [Parameter]) {
        let parsed = VitalsLine.parse(text)
        #expect(parsed.isComplete)
        for parameter in parameters { #expect(parsed.vitals[parameter] == .unmeasurable(why)) }
    }

    @Test(arguments: ["m?", "r>", "p<", "o?", "d?"])
    func `knows that a score is not measured`(text: String) {
        #expect(VitalsLine.parse(text).problems.count == 1)
    }

    @Test(arguments: [
        ("s-", [Parameter.spo2Percent]), ("bp-", [.systolicMmHg, .diastolicMmHg]), ("142/88 - 97", [.heartRatePerMin]),
        ("hr- s- t-", [.heartRatePerMin, .spo2Percent, .temperatureTenthsCelsius]),
    ])
    func `asks why something was not done`(text: String, parameters: [Parameter]) {
        var parsed = VitalsLine.parse(text)
        #expect(parsed.questions == [.reasonNotDone(parameters)])
        parsed.giveReason("  ")
        #expect(!parsed.isComplete)
        parsed.giveReason("probe off")
        #expect(parsed.isComplete)
        for parameter in parameters { #expect(parsed.vitals[parameter] == .notDone(reason: "probe off")) }
    }

    @Test(arguments: [("m-", Parameter.moaas), ("r-", .rass), ("142/88 84 97 14 -", .moaas)])
    func `does not ask why a patient was not disturbed`(text: String, parameter: Parameter) {
        let parsed = VitalsLine.parse(text)
        #expect(parsed.isComplete)
        #expect(parsed.vitals[parameter] == .notDone(reason: "not disturbed"))
    }

    @Test(arguments: ["80/120", "bp80/120 hr84", "90/91"])
    func `names a pressure typed the wrong way round`(text: String) throws {
        let problem = try #require(VitalsLine.parse(text).problems.first)
        #expect(problem.field == "systolicMmHg")
        #expect(problem.sentence.contains("swapped"))
        #expect(VitalsLine.parse(text).vitals[.systolicMmHg] == nil)
    }

    @Test(arguments: [
        "84 97", "142/88/70", "142/88 84.5 97", "142/88 x12", "142/88 84 97 hr90", "142/88 143/89", "bp142",
        "hr s97", "142/88 84 97 14 4 36.8 9", "d5", "d-", "1420/88", "hr8400", "142/ 84 97", "/88 84 97", "t36.85 hr84",
        "tt36", "142/88 #", "142/88 84 97 14 4 3", "142/88 84 14 s97", "142/88 84 97 14 4 m3", "142/88 97 hr84 s98",
    ])
    func `names what it cannot take and keeps the rest`(text: String) {
        let parsed = VitalsLine.parse(text + " p3")
        #expect(!parsed.problems.isEmpty)
        #expect(parsed.tokens.contains { $0.meaning == .error })
        #expect(parsed.vitals.value(.painNrs) == 3)
        #expect(parsed.problems.allSatisfy { !$0.sentence.isEmpty && !$0.field.isEmpty })
    }

    @Test(arguments: [
        "1", "14", "142", "142/", "142/88 h", "142/88 hr", "142/88 84 97 14 98.", "142/88 84 97 t36.", "b", "@", "@-",
        "@1", "@14:", "@14:2", "142/88 84 97 14 9", "r+", "spo2", "o2.", "mo",
    ])
    func `waits for a last word that can still become something`(text: String) {
        let parsed = VitalsLine.parse(text)
        #expect(parsed.problems == [])
        #expect(parsed.unfinished != nil)
        #expect(parsed.tokens.last?.meaning == .unfinished)
        #expect(!parsed.isComplete)
    }

    @Test func `lights up each field as it is understood`() {
        let whole = VitalsLine.parse("142/88 84, 97 d2 @-4")
        #expect(
            whole.tokens == [
                .init(range: 0..<6, meaning: .bloodPressure, text: "BP 142/88"),
                .init(range: 7..<9, meaning: .parameter(.heartRatePerMin), text: "HR 84"),
                .init(range: 11..<13, meaning: .parameter(.spo2Percent), text: "SpO2 97"),
                .init(range: 14..<16, meaning: .dissociation, text: "Dissociation 2"),
                .init(range: 17..<20, meaning: .late, text: "4 min ago"),
            ]
        )
    }

    @Test func `is empty where nothing was typed`() {
        #expect(VitalsLine.parse(" , ").isEmpty)
        #expect(!VitalsLine.parse("").isComplete)
    }

    @Test func `survives any text, at every stage of typing`() {
        var random = SeededRandom(seed: SeededRandom.runSeed)
        let alphabet = Array("0123456789 /,+.-?<>@:bphrsmdtoeBPx\u{301}é\u{202E}\n\tİ𝟗٣")
        for _ in 0..<3000 {
            let length = Int.random(in: 0..<30, using: &random)
            let text = String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] })
            let parsed = VitalsLine.parse(text)
            var end = 0
            for token in parsed.tokens {
                #expect(
                    token.range.lowerBound >= end && !token.range.isEmpty,
                    "seed \(SeededRandom.runSeed): \(text)"
                )
                end = token.range.upperBound
            }
            #expect(end <= text.count, "seed \(SeededRandom.runSeed): \(text)")
            if parsed.isComplete {
                #expect(parsed.tokens.allSatisfy { $0.meaning != .error && $0.meaning != .unfinished })
            }
        }
    }

    @Test func `reads back what it would itself have typed`() {
        var random = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<1000 {
            let diastolic = 20 + Int.random(in: 0..<180, using: &random)
            let systolic = diastolic + 1 + Int.random(in: 0..<100, using: &random)
            let numbers = [
                15 + Int.random(in: 0..<236, using: &random), 50 + Int.random(in: 0..<51, using: &random),
                Int.random(in: 0..<61, using: &random), Int.random(in: 0..<6, using: &random),
            ]
            let text = "\(systolic)/\(diastolic) " + numbers.map(String.init).joined(separator: " ")
            #expect(
                values(text) == [
                    .systolicMmHg: systolic, .diastolicMmHg: diastolic, .heartRatePerMin: numbers[0],
                    .spo2Percent: numbers[1], .respiratoryRatePerMin: numbers[2], .moaas: numbers[3],
                ],
                "seed \(SeededRandom.runSeed): \(text)"
            )
        }
    }
}

@Suite struct `The time of a late entry` {
    private let now: Int64 = 1_782_900_000 * Micros.perSecond  // 2026-07-01 10:00 UTC

    @Test(arguments: [
        (VitalsLine.LateMark.minutesAgo(4), -4), (.localClock(hour: 9, minute: 45), -15),
        (.localClock(hour: 10, minute: 0), 0), (.localClock(hour: 10, minute: 5), 5),
        (.localClock(hour: 22, minute: 0), 720), (.localClock(hour: 22, minute: 1), -719),
        (.localClock(hour: 23, minute: 50), -610),
    ])
    func `is today's, or yesterday's where today's is far ahead`(late: VitalsLine.LateMark, minutes: Int) {
        #expect(late.instants(now: now, zone: .utc) == [now + Int64(minutes) * Micros.perMinute])
    }
}
