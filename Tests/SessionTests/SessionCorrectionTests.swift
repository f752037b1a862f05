import Session
import Testing
import TestSupport

@Suite struct `A correction` {
    private let wrongValue = Reason(code: "wrongValue", text: "wrong value")

    @Test func `lays a value over the old one and keeps both`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        let set = try script.give(.recordVitals(sampleVitals(190, 88), observedAtMicros: nil))[0].number
        #expect(script.session.standingAlarms.contains { $0.present?.priority == .high })

        try script.give(.amend(target: set, replacement: .vitalsRecorded(sampleVitals(130, 88)), reason: wrongValue))

        #expect(script.session.latest(.systolicMmHg)?.reading == .value(130))
        #expect(script.session.entries[set].body == .vitalsRecorded(sampleVitals(190, 88)))
        #expect(script.session.standingAlarms.isEmpty)
    }

    @Test func `voids the latest step and stands where it stood before`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        let pause = try script.give(.pause(nil))[0].number
        script.wait(minutes: 2)

        try script.give(.void(target: pause, reason: wrongValue))

        #expect(script.session.phase == .dosing)
        let dose = try #require(script.session.dose(at: script.now))
        #expect(dose.givenNanoliters == 12_000_000, "the pause that never was gives no gap")
    }

    @Test func `voids no step but the latest`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        let start = try #require(script.session.entries.last { $0.body.kind == "infusion.started" }).number
        try script.give(.pause(nil))

        #expect(
            String(describing: script.refusal(of: .void(target: start, reason: wrongValue))).contains("latest step")
        )
    }

    @Test func `obeys the ranges of a first entry`() throws {
        var script = try SessionScript()
        let set = try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))[0].number

        let refusal = script.refusal(
            of: .amend(target: set, replacement: .vitalsRecorded(sampleVitals(500, 80)), reason: wrongValue)
        )

        guard case .outOfRange = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    /// Corrections that make no sense, and a word of the answer.
    @Test(arguments: [
        (99, "no entry"), (0, "keeps the kind"),
    ])
    func `refuses what cannot be corrected`(target: Int, words: String) throws {
        let script = try SessionScript()

        let refusal = script.refusal(of: .amend(target: target, replacement: .noteRecorded("x"), reason: wrongValue))

        #expect(String(describing: refusal).contains(words), "\(String(describing: refusal))")
    }

    @Test func `puts a forgotten stop at its own time`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 46)
        #expect(script.session.dose(at: script.now)?.isCompleteByCalculation == true)

        try script.give(.stop(.completed, observedAtMicros: script.now.utcMicros - 6 * Micros.perMinute))

        #expect(script.session.doseEndMicros == script.session.doseStartMicros.map { $0 + 40 * Micros.perMinute })
        #expect(script.session.dose(at: script.now)?.givenMicrograms == 40_000)
    }

    @Test func `refuses a time that has not come`() throws {
        let script = try SessionScript()

        let refusal = script.refusal(
            of: .recordVitals(sampleVitals(), observedAtMicros: script.now.utcMicros + Micros.perMinute)
        )

        #expect(String(describing: refusal).contains("future"))
    }
}
