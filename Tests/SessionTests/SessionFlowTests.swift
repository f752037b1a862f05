import Session
import Testing
import TestSupport

@Suite struct `A session` {
    @Test func `goes from check-in to closed along the main way`() throws {
        var script = try SessionScript()
        #expect(script.session.phase == .screening)

        try script.prepareToStart()
        #expect(script.session.phase == .ready)
        try script.give(.start(samplePump()))
        #expect(script.session.phase == .dosing)
        script.wait(minutes: 10)
        try script.give(.pause(nil))
        #expect(script.session.phase == .paused)
        script.wait(minutes: 5)
        try script.give(.resume(pauseReason: Reason(code: "bp", text: "BP high"), prescriberDecision: nil))
        #expect(script.session.phase == .dosing)
        script.wait(minutes: 30)
        try script.give(.stop(.completed, observedAtMicros: nil))
        #expect(script.session.phase == .observing)

        let dose = try #require(script.session.dose(at: script.now))
        #expect(dose.givenMicrograms == 40_000)
    }

    @Test func `closes with the drug balanced`() throws {
        var script = try SessionScript()
        try script.closeAll()

        #expect(script.session.phase == .closed)
        #expect(script.session.balances.map(\.differenceMicrograms) == [0])
    }

    @Test func `folds to the same state from its events alone`() throws {
        var script = try SessionScript()
        try script.closeAll()

        let folded = Session(id: "s", rules: script.session.rules, events: script.session.entries)

        #expect(folded == script.session)
    }

    @Test func `stands in a phase of the design at every prefix of its events`() throws {
        var script = try SessionScript()
        try script.closeAll()
        let events = script.session.entries

        for count in 1...events.count {
            let prefix = Session(id: "s", rules: script.session.rules, events: Array(events.prefix(count)))
            #expect(prefix.entries.count == count)
            if prefix.phase == .dosing {
                #expect(prefix.dose(at: events[count - 1].at) != nil)
            }
        }
    }

    @Test func `records when the criteria were met, before the minimum stay is over`() throws {
        var script = try SessionScript()
        try script.finishDose()
        script.wait(minutes: 15)
        try script.give(.recordVitals(sampleVitals(124, 80), observedAtMicros: nil))
        script.wait(minutes: 12)
        try script.give(.recordVitals(recoveredVitals(), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))

        let events = try script.give(.answerDischarge(passedDischargeList(script.session.rules)))

        #expect(events.map(\.body.kind) == ["checklist.answered", "criteria.met"])
        #expect(script.missing(.readyToLeave) == ["criterion.time"])
    }

    @Test func `refuses everything once it is closed`() throws {
        var script = try SessionScript()
        try script.closeAll()

        let refusal = script.refusal(of: .recordNote("late", observedAtMicros: nil))

        guard case .wrongState(_, phase: .closed, _, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    /// Each command that its phase forbids, and a word of the answer.
    @Test(arguments: [
        (Command.pause(nil), "nothing is infusing"),
        (.stop(.completed, observedAtMicros: nil), "nothing is infusing"),
        (.changeRate(rateMicrolitersPerHour: 1000, observedAtMicros: nil), "nothing is infusing"),
        (.readVolume(volumeNanoliters: 0, stillInfuses: true), "nothing has been started"),
        (.markReadyToLeave, "only from OBSERVING"),
        (.worsen(text: ""), "only from READY TO LEAVE"),
        (.comeBack(text: ""), "has not left"),
        (.close, "discharge first"),
        (.reopenScreening(text: ""), "only from READY"),
        (.discharge(Departure(with: "B", instructionsGivenTo: "p")), "READY TO LEAVE first"),
    ])
    func `says what to do instead when the state is wrong`(command: Command, words: String) throws {
        let script = try SessionScript()

        let refusal = script.refusal(of: command)

        #expect(String(describing: refusal).contains(words), "\(String(describing: refusal))")
        #expect(refusal?.offersAlreadyHappened == false)
    }

    @Test func `goes back to observing when the patient worsens or returns`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        try script.give(.worsen(text: "dizzy"))
        #expect(script.session.phase == .observing)

        var left = try SessionScript()
        try left.leave()
        try left.give(.comeBack(text: "fainted at the door"))
        #expect(left.session.phase == .observing)
    }

    @Test func `is cancelled before a dose, never after`() throws {
        let reason = Reason(code: "refused", text: "patient refused")
        var early = try SessionScript()
        try early.give(.cancel(reason))
        #expect(early.session.phase == .cancelled)

        var late = try SessionScript()
        try late.startInfusing()
        #expect(late.refusal(of: .cancel(reason)) != nil)
    }
}
