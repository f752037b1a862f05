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

    /// Without SpO2, RR and MOAA/S: what a line typed anew leaves out.
    private static let pressureAlone = Vitals([.systolicMmHg: .value(130), .diastolicMmHg: .value(88)])

    @Test func `A replacement without a value of its entry never erases it without a word`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        let set = try script.give(.recordVitals(sampleVitals(130, 80, spo2: 88), observedAtMicros: nil))[0].number
        let amendment = { (taken: Set<Parameter>) in
            Command.amend(
                target: set,
                replacement: .vitalsRecorded(Self.pressureAlone),
                reason: wrongValue,
                takingBack: taken
            )
        }

        let refusal = String(describing: script.refusal(of: amendment([.heartRatePerMin])))

        #expect(refusal.contains("leaves out SpO2, RR, MOAA/S"), "\(refusal)")
        #expect(script.session.standingAlarms.contains { $0.subject == .parameter(.spo2Percent) })
        let all: Set<Parameter> = [.heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .moaas]
        #expect(script.refusal(of: amendment(all.union([.painNrs]))) != nil, "there was no pain to take back")
        try script.give(amendment(all))
        #expect(script.session.latest(.spo2Percent)?.reading == .value(98), "the one before counts again")
    }

    @Test func `A replacement of a note never erases the sedation scored with it`() throws {
        var script = try SessionScript()
        let note = Dissociation(score: 2, moaas: 3)
        let number = try script.give(.recordDissociation(note, observedAtMicros: nil))[0].number
        let score = Event.Body.dissociationRecorded(Dissociation(score: 1))

        #expect(script.refusal(of: .amend(target: number, replacement: score, reason: wrongValue)) != nil)
        try script.give(.amend(target: number, replacement: score, reason: wrongValue, takingBack: [.moaas]))

        #expect(script.session.latest(.moaas) == nil)
    }

    @Test func `asks again only about what is new`() throws {
        var script = try SessionScript()
        var vitals = sampleVitals(124, 78, heartRate: 44)
        vitals.confirmedUnusual = true
        let set = try script.give(.recordVitals(vitals, observedAtMicros: nil))[0].number
        vitals.confirmedUnusual = false

        vitals[.spo2Percent] = .value(97)
        let events = try script.give(.amend(target: set, replacement: .vitalsRecorded(vitals), reason: wrongValue))
        guard case .entryAmended(_, .vitalsRecorded(let kept), _) = events[0].body else {
            Issue.record("\(events)")
            return
        }
        #expect(kept.confirmedUnusual, "its pulse was asked about when it was entered")

        vitals[.respiratoryRatePerMin] = .value(40)
        let refusal = script.refusal(of: .amend(target: set, replacement: .vitalsRecorded(vitals), reason: wrongValue))
        guard case .unusual(let questions) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(questions.allSatisfy { $0.contains("RR") })
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
