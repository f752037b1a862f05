import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The vitals line` {
    static let set = Vitals([
        .systolicMmHg: .value(142), .diastolicMmHg: .value(88), .heartRatePerMin: .value(84),
        .spo2Percent: .value(97), .respiratoryRatePerMin: .value(14), .moaas: .value(4),
    ])

    @Test(arguments: ["142/88 84 97 14 4|", "142/88,84,97,14,4|", "bp142/88 m4 rr14 s97 hr84|"])
    func `records a set at Enter`(keys: String) throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        #expect(command(script.type(keys)) == .recordVitals(Self.set, observedAtMicros: nil))
    }

    @Test func `begins with the digit that opened it`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script(), typed: "1")
        #expect(command(script.type("42/88 84 97 14 4|")) == .recordVitals(Self.set, observedAtMicros: nil))
    }

    @Test func `names patient, chair and birth year, and lights up what it understands`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        script.type("142/88 84 97")
        let text = script.text()
        #expect(text.contains("1 Sample, Ada *1984"))
        #expect(text.contains("BP 142/88 HR 84 SpO2 97"))
        let frame = script.frame(80, 6)
        let lit = frame.cells.filter { $0.style == Style(.good) }
        #expect(lit.count == "BP 142/88HR 84SpO2 97".count)
    }

    @Test func `asks what a single number after a pressure is`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        #expect(script.type("142/88 84|") == .stay)
        #expect(script.text().contains("? Is 84 the HR or the SpO2?"))
        #expect(script.press(.enter) == .stay)
        let vitals = Vitals([
            .systolicMmHg: .value(142), .diastolicMmHg: .value(88), .heartRatePerMin: .value(84),
        ])
        #expect(command(script.type("h")) == .recordVitals(vitals, observedAtMicros: nil))
    }

    @Test func `offers Celsius for Fahrenheit and converts nothing by itself`() throws {
        var script = FormScript(.vitals, try Standing.screening.script())
        #expect(script.type("t98.6|") == .stay)
        #expect(script.text().contains("98.6 looks like Fahrenheit: record 37.0 C?"))
        let celsius = Vitals([.temperatureTenthsCelsius: .value(370)])
        #expect(command(script.type("y")) == .recordVitals(celsius, observedAtMicros: nil))
        var other = FormScript(.vitals, try Standing.screening.script())
        #expect(other.type("t98.6|n") == .stay)
        #expect(other.text().contains("t98.6"))
    }

    @Test func `asks why a value was not done`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        #expect(script.type("142/88 84 s-|") == .stay)
        #expect(script.text().contains("Why was SpO2 not done?"))
        let reason = sampleProtocol().reasons.notDone[0].text
        let vitals = Vitals([
            .systolicMmHg: .value(142), .diastolicMmHg: .value(88), .heartRatePerMin: .value(84),
            .spo2Percent: .notDone(reason: reason),
        ])
        #expect(command(script.type("1")) == .recordVitals(vitals, observedAtMicros: nil))
    }

    @Test(arguments: [
        ("342/88 84 97|", "SBP 342 mmHg is outside 40 to 300"), ("80/120 84 97|", "looks swapped"),
        ("142/88 84 997|", "SpO2 997% is outside 50 to 100"), ("142/88 x9|", "not known"),
        ("142/88 84 97 @25:00|", "is no time"), ("142/88 84 97 @10:00|", "still to come"),
    ])
    func `keeps a line that cannot be, and names the field`(keys: String, words: String) throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        #expect(script.type(keys) == .stay)
        #expect(script.text().contains(words), "\(script.text())")
        #expect(script.text().contains(keys.dropLast()))
    }

    @Test func `asks about an unusual value only after Enter, and records it with y`() throws {
        var script = FormScript(.vitals, try Standing.screening.script())
        let step = script.type("142/88 84 91 14|")
        #expect(script.decide(step) == .stay)
        #expect(script.text().contains("? SpO2 91% is unusual (92 to 100)"))
        #expect(script.press(.enter) == .stay)
        let confirmed = script.type("y")
        guard case .recordVitals(let vitals, _)? = command(confirmed) else {
            Issue.record("nothing was submitted: \(confirmed)")
            return
        }
        #expect(vitals.confirmedUnusual)
        #expect(script.decide(confirmed) == .putAside)
    }

    @Test func `asks nothing about a value that raises an alarm`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        #expect(script.decide(script.type("192/104 84 97 14|")) == .putAside)
    }

    @Test func `takes a late mark in minutes and by the clock`() throws {
        let dosing = try Standing.dosing.script()
        let at = dosing.now.utcMicros - 4 * Micros.perMinute
        for keys in ["142/88 84 97 14 4 @-4|", "142/88 84 97 14 4 @7:56|"] {
            var script = FormScript(.vitals, dosing)
            #expect(command(script.type(keys)) == .recordVitals(Self.set, observedAtMicros: at))
        }
    }

    @Test(arguments: [("t", true), ("n", false)])
    func `asks when it was measured once it has been open for three minutes`(key: String, isThen: Bool) throws {
        let dosing = try Standing.dosing.script()
        var script = FormScript(.vitals, dosing)
        script.type("142/88 84 97 ")
        script.wait(seconds: 181)
        #expect(script.type("14 4|") == .stay)
        #expect(script.text().contains("Measured then (08:00) or now?"))
        let observed = isThen ? dosing.now.utcMicros : nil
        #expect(command(script.type(key)) == .recordVitals(Self.set, observedAtMicros: observed))
    }

    @Test func `records dissociation typed in the line after the set`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        let first = script.type("142/88 84 97 14 4 d2|")
        #expect(command(first) == .recordVitals(Self.set, observedAtMicros: nil))
        let second = script.decide(first)
        #expect(command(second) == .recordDissociation(Dissociation(score: 2), observedAtMicros: nil))
        #expect(script.decide(second) == .putAside)
    }
}
