import Session
import TestSupport
import Testing

/// Pounds are not kilograms: what is asked about a weight, and what stands while an order is for another one.
@Suite struct `A weight` {
    private func unusual(_ refusal: Refusal?) -> [String] {
        guard case .unusual(let lines)? = refusal else { return [] }
        return lines
    }

    /// What a check-in is refused with; nil where it is taken.
    private func refusal(of patient: Patient) -> Refusal? {
        do throws(Refusal) {
            _ = try SessionScript(patient: patient)
            return nil
        } catch {
            return error
        }
    }

    private func amended(_ script: SessionScript, _ change: (inout Patient) -> Void) throws -> Command {
        var opening = try #require(script.session.opening)
        change(&opening.patient)
        return .amend(target: 0, replacement: .sessionOpened(opening), reason: Reason(code: "typo", text: "Typing"))
    }

    @Test(arguments: [(39_999, true), (40_000, false), (80_000, false), (130_000, false), (130_001, true)])
    func `Pounds typed as kilograms are asked about at check-in`(grams: Int, asks: Bool) throws {
        var rules = sampleProtocol()
        rules.weight.soft = 40_000...130_000
        let patient = samplePatient(weightGrams: grams)
        func open(_ asked: [String] = []) -> Refusal? {
            do throws(Refusal) {
                _ = try SessionScript(patient: patient, rules: rules, asked: asked)
                return nil
            } catch {
                return error
            }
        }

        #expect(!unusual(open()).isEmpty == asks)

        #expect(open(unusual(open())) == nil)
    }

    @Test func `The question shows the weight in both units`() {
        let lines = unusual(refusal(of: samplePatient(weightGrams: 23_600)))
        #expect(lines == ["Weight 23.6 kg = 52 lb is unusual (40 to 130 kg): are number and unit right?"])
    }

    @Test(arguments: [
        (15_000, "Weight 15 kg is outside 20 to 350 kg"), (400_000, "Weight 400 kg is outside 20 to 350 kg"),
    ])
    func `A weight that nobody has is refused by name, however it is confirmed`(grams: Int, words: String) {
        let patient = samplePatient(weightGrams: grams)
        #expect(refusal(of: patient) == .outOfRange([FieldProblem(field: "weight", sentence: words)]))
    }

    @Test func `A weight corrected to pounds taken for kilograms is asked about, a corrected name is not`() throws {
        var script = try SessionScript()
        let heavier = try amended(script) { $0.weightGrams = 176_000 }
        #expect(unusual(script.refusal(of: heavier)).contains { $0.hasPrefix("Was that pounds? 176 lb is 79.8 kg") })
        try script.give(try amended(script) { $0.name = "Sampel, Ada" })
        let questions = unusual(script.refusal(of: heavier))
        try script.give(try #require(heavier.confirmed(answering: questions)))
        #expect(script.session.patient?.weightGrams == 176_000)
        #expect(script.session.opening?.asked == questions)
        // The answer of then is none about the next weight, nor about the same one typed again.
        let next = try amended(script) { $0.weightGrams = 80_000 }
        try script.give(try #require(next.confirmed(answering: unusual(script.refusal(of: next)))))
        let again = try amended(script) { $0.weightGrams = 176_000 }
        #expect(unusual(script.refusal(of: again)) == questions)
    }

    struct Ordered {
        var patientGrams = 80_000
        var grams: Int
        var perKg = 500
        /// A piece of each line that is asked, in their order.
        var asked: [String]
    }

    @Test(arguments: [
        Ordered(grams: 80_000, asked: []),
        Ordered(
            grams: 176_000,
            asked: ["88 mg in all is over 60 mg", "176 kg = 388 lb is unusual", "for 176 kg = 388 lb, weighed"]
        ),
        Ordered(grams: 88_000, asked: ["for 88 kg = 194 lb, weighed today: 80 kg = 176.4 lb"]),
        Ordered(patientGrams: 120_000, grams: 120_000, asked: []),
        Ordered(patientGrams: 120_100, grams: 120_100, asked: ["60.05 mg in all is over 60 mg"]),
        Ordered(patientGrams: 181_000, grams: 181_000, perKg: 300, asked: ["Weight 181 kg = 399 lb is unusual"]),
    ])
    func `An order for pounds taken for kilograms is asked about`(ordered: Ordered) throws {
        let patient = samplePatient(weightGrams: ordered.patientGrams)
        var script = try SessionScript(patient: patient, asked: unusual(refusal(of: patient)))
        let order = sampleOrder(microgramsPerKg: ordered.perKg, weightGrams: ordered.grams)

        let lines = unusual(script.refusal(of: .placeOrder(order, confirmedUnusual: false)))

        #expect(lines.count == ordered.asked.count, "\(lines)")
        for (line, words) in zip(lines, ordered.asked) { #expect(line.contains(words), "\(line)") }
        try script.give(.placeOrder(order, confirmedUnusual: true))
    }

    @Test func `A weight corrected while it infuses is flagged until an order is placed for it`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        #expect(script.session.weightDifference == nil)

        script.wait(minutes: 5)
        try script.give(try amended(script) { $0.weightGrams = 88_000 })
        let flag = try #require(script.session.weightDifference)
        #expect(flag.orderedGrams == 80_000 && flag.weighedGrams == 88_000 && flag.isCorrected)
        try script.give(.pause(nil))
        #expect(script.session.weightDifference == flag)

        // The same order again is none for the new weight.
        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: true))
        #expect(script.session.weightDifference?.orderedGrams == 80_000)
        try script.give(.placeOrder(sampleOrder(weightGrams: 88_000), confirmedUnusual: false))
        #expect(script.session.weightDifference == nil)
    }

    @Test func `A prescriber's decision on a corrected weight ends with the next correction or order`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        let decision = Command.grantOverride(
            Override(requirements: ["order.weight"], prescriber: "Dr Lind", way: .telephoneReadBack, text: "as it runs")
        )
        // One that came before the correction has seen nothing of it.
        try script.give(decision)
        try script.give(try amended(script) { $0.weightGrams = 86_000 })
        #expect(script.session.weightDifference != nil)

        try script.give(decision)
        #expect(script.session.weightDifference == nil)
        try script.give(try amended(script) { $0.name = "Sampel, Ada" })
        #expect(script.session.weightDifference == nil)

        try script.give(try amended(script) { $0.weightGrams = 84_000 })
        #expect(script.session.weightDifference?.weighedGrams == 84_000)
        try script.give(decision)
        try script.give(.placeOrder(sampleOrder(weightGrams: 82_000), confirmedUnusual: true))
        #expect(script.session.weightDifference?.orderedGrams == 82_000)
    }

    @Test func `A weight typed wrong and put right flags nothing`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        try script.give(try amended(script) { $0.weightGrams = 84_000 })
        try script.give(try amended(script) { $0.weightGrams = 80_000 })
        #expect(script.session.weightDifference == nil)
    }

    @Test func `No order for another weight passes READY, but by a prescriber's decision made after both`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        try script.give(try amended(script) { $0.weightGrams = 88_000 })
        #expect(script.missing(.start).contains("order.weight"))
        try script.give(
            .grantOverride(
                Override(requirements: ["order.weight"], prescriber: "Dr Lind", way: .written, text: "capped at 80 kg")
            )
        )
        #expect(!script.missing(.start).contains("order.weight"))
    }

    @Test(arguments: [
        ("63.4k", 63_400, "63.4 kg = 139.8 lb"), ("63,4kg", 63_400, "63.4 kg = 139.8 lb"),
        ("63.4 KG", 63_400, "63.4 kg = 139.8 lb"), ("139.8 lb", 63_400, "139.8 lb = 63.4 kg"),
        ("1lb", 500, "1 lb = 0.5 kg"), ("100 LBS", 45_400, "100 lb = 45.4 kg"), ("176l", 79_800, "176 lb = 79.8 kg"),
        ("176 k", 176_000, "176 kg = 388 lb"), ("1000 lb", 453_600, "1000 lb = 453.6 kg"),
        ("80k", 80_000, "80 kg = 176.4 lb"),
    ])
    func `stands in both units, pounds by their definition`(text: String, grams: Int, words: String) throws {
        let weight = try #require(DecimalWeight(text: text))
        #expect(weight.grams == grams)
        #expect(weight.words == words)
        let kept = DecimalWeight(grams: weight.grams, poundThousandths: weight.poundThousandths)
        #expect(kept == weight)
        #expect(DecimalWeight(text: weight.typed) == weight)
    }

    @Test(arguments: [
        "", "k", "kg", "l", "80", "176", "176.0", "63.4 st", "-5k", "63.4 kg lb", "0k", "80kgs", "80 l b s x",
        // More than any scales show, and more than can be reckoned with.
        "999999999lb", "999999999k",
    ])
    func `A number without its unit is no weight`(text: String) {
        #expect(DecimalWeight(text: text) == nil)
    }

    @Test func `that is no weight of anybody still has words`() {
        #expect(DecimalWeight.bare("999999999") == nil)
        #expect(DecimalWeight.bare("176k") == nil)
        #expect(DecimalWeight.bare("176")?.kilograms.grams == 176_000)
        #expect(DecimalWeight.bare("176")?.pounds.grams == 79_800)
        #expect(DecimalWeight.kilograms(grams: Int.max).pounds == "? lb")
        // Pounds that are not these grams are not believed.
        #expect(DecimalWeight(grams: 80_000, poundThousandths: 80_000) == .kilograms(grams: 80_000))
        #expect(DecimalWeight(grams: 80_000, poundThousandths: Int.max) == .kilograms(grams: 80_000))
    }
}
