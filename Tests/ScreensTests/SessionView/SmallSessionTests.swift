import Canvas
import Screens
import Session
import TestSupport
import Testing
import Wording

/// The Session view on 80x24, where every decisive word has to find room.
@Suite struct `The Session view on a small terminal` {
    private func screen(_ script: SessionScript) -> String {
        var station = PretendStation(SampleWard.ward([SampleWard.stay(script, "a")]))
        station.press(.enter)
        return station.screen(80, 24)
    }

    private func infusing(systolic: Int = 138) throws -> SessionScript {
        try SampleWard.infusing(SampleWard.patient("Brook, Emil", 2), "C1", systolic: systolic)
    }

    @Test func `says how to pause and to stop beside an alarm and what is due`() throws {
        let text = screen(try infusing(systolic: 186))
        for words in ["*** SBP 186", "p pause  s rate, stop", "v vitals due", "d dissociation due"] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
    }

    @Test func `names the first criterion beside an alarm`() throws {
        var script = try SampleWard.observing(SampleWard.patient("Brook, Emil", 2), "C1")
        var high = sampleVitals(188, 90)
        high.confirmedUnusual = true
        try script.give(.recordVitals(high, observedAtMicros: nil))
        let text = screen(script)
        #expect(text.contains("*** SBP 188"))
        #expect(text.contains("✗ minimum stay over") || text.contains("✗ BP back"), "\(text)")
    }

    @Test func `cuts neither the order, the pump's figure nor the end of the dose`() throws {
        let running = screen(try infusing())
        #expect(running.contains("over 40 min, Dr Lind"), "\(running)")
        let observing = screen(try SampleWard.observing(SampleWard.patient("Brook, Emil", 2), "C1"))
        #expect(observing.contains("pump 39.4 mL 22m ago, calc 39.3 mL"), "\(observing)")
        var script = try infusing()
        script.wait(minutes: 22)
        let complete = screen(script)
        #expect(complete.contains("DOSE COMPLETE BY CALCULATION CONFIRM"), "\(complete)")
        #expect(complete.contains("dose in by calculation: confirm"), "\(complete)")
    }

    @Test func `shows a hard stop and an order whole, over two rows where it takes two`() throws {
        var script = try SampleWard.screening(SampleWard.patient("Brook, Emil", 2), "C1")
        try script.give(.answerScreening([ItemAnswer(item: "psychosis", answer: .yes)]))
        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        let words = screen(script).split(separator: "\n").joined(separator: " ")
        #expect(words.contains("1 mg/mL, Dr Lind (written)"), "\(words)")
        #expect(words.contains("k hard stop: Active psychosis, mania"), "\(words)")
        #expect(words.contains("  or delirium"), "\(words)")
    }

    @Test func `says when the dose ended by calculation, and for how long that has been`() throws {
        var script = try infusing()
        script.wait(minutes: 22)
        let text = screen(script)
        #expect(text.contains("ended 13:55 calc, 9 min over"), "\(text)")
        #expect(!text.contains("49:"), "\(text)")
    }

    @Test(arguments: [0, 250_000, 750_000, 999_999])
    func `says the minute in which the dose was said to have ended`(drift: Int64) throws {
        var script = try infusing()
        script.wait(minutes: 20)
        let typed = (script.now.utcMicros - 2 * Micros.perMinute) / Micros.perMinute * Micros.perMinute
        try script.give(.stop(.completed, observedAtMicros: typed))
        script.wait(minutes: 3)
        var stay = SampleWard.stay(script, "a")
        let observed = stay.decided.entries.last { $0.observedAtMicros != nil }?.observedAtMicros ?? 0
        // The two clocks drift apart by less than a second; the minute that was typed must not.
        stay.now.sessionMicros += drift
        var station = PretendStation(SampleWard.ward([stay]))
        station.press(.enter)
        let clock = Words.clock(observed, .utc)
        #expect(station.screen(80, 24).contains("dose ended \(clock)"), "\(station.screen(80, 24))")
    }
}
