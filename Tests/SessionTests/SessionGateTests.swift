import Session
import Testing
import TestSupport

@Suite struct `A gate` {
    @Test func `lists everything a start lacks, in the order a nurse does it`() throws {
        let script = try SessionScript(chair: nil)

        #expect(
            script.missing(.start) == [
                "identity", "screening.complete", "order", "baseline", "chair", "access", "container.logged", "timeout",
            ]
        )
    }

    @Test func `opens when everything is there`() throws {
        var script = try SessionScript()
        try script.prepareToStart()

        #expect(script.missing(.start) == [])
    }

    /// What is done after everything is ready, and what then is missing.
    @Test(arguments: [
        (9, [String]()), (10, []), (11, ["timeout.recent"]), (31, ["baseline.recent", "timeout.recent"]),
    ])
    func `wants baseline and time-out recent`(minutes: Int, codes: [String]) throws {
        var script = try SessionScript()
        try script.prepareToStart()
        script.wait(minutes: minutes)

        #expect(script.missing(.start) == codes)
    }

    /// Baselines and what they hold or stop.
    @Test(arguments: [
        (130, 80, 72, 98, [String]()), (145, 85, 72, 98, ["baseline.repeat"]),
        (165, 90, 72, 98, ["baseline.hold.systolicMmHg"]), (185, 95, 72, 98, ["baseline.stop.systolicMmHg"]),
        (130, 112, 72, 98, ["baseline.stop.diastolicMmHg"]), (86, 60, 72, 98, ["baseline.stop.systolicMmHg"]),
        (130, 80, 48, 98, []), (130, 80, 44, 98, ["baseline.hold.heartRatePerMin"]),
        (130, 80, 72, 93, ["baseline.hold.spo2Percent"]),
    ])
    func `holds or stops on the baseline`(
        systolic: Int,
        diastolic: Int,
        heartRate: Int,
        spo2: Int,
        codes: [String]
    ) throws {
        var script = try SessionScript()
        try script.give(.confirmIdentity([.name, .mrn]))
        try script.give(.answerScreening(clearScreening(script.session.rules)))
        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        var vitals = sampleVitals(systolic, diastolic, heartRate: heartRate, spo2: spo2)
        vitals.confirmedUnusual = true
        try script.give(.recordVitals(vitals, observedAtMicros: nil))

        #expect(script.missing(.ready) == codes)
    }

    @Test func `takes a prescriber's decision for a raised pressure measured twice`() throws {
        var script = try SessionScript()
        try script.give(.confirmIdentity([.name, .mrn]))
        try script.give(.answerScreening(clearScreening(script.session.rules)))
        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try script.give(.recordVitals(sampleVitals(146, 88), observedAtMicros: nil))
        script.wait(minutes: 5)
        try script.give(.recordVitals(sampleVitals(144, 88), observedAtMicros: nil))
        #expect(script.missing(.ready) == ["baseline.caution"])

        try script.give(.grantOverride(decision(on: "baseline.caution")))
        #expect(script.missing(.ready) == [])
        script.wait(minutes: 2)
        try script.give(.recordVitals(sampleVitals(150, 88), observedAtMicros: nil))
        #expect(script.missing(.ready) == ["baseline.caution"], "a decision covers the set it was taken on")
    }

    @Test func `stops on a hard-stop answer until its prescriber decides, and again when it is answered anew`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        try script.give(.reopenScreening(text: "psychosis noticed"))
        try script.give(.answerScreening([ItemAnswer(item: "psychosis", answer: .yes)]))
        #expect(script.missing(.ready) == ["screening.psychosis"])

        try script.give(.grantOverride(decision(on: "screening.psychosis")))
        #expect(script.missing(.ready) == [])
        try script.give(.answerScreening([ItemAnswer(item: "psychosis", answer: .yes)]))
        #expect(script.missing(.ready) == ["screening.psychosis"])
    }

    @Test func `wants an adult and a way home`() throws {
        let child = try SessionScript(patient: samplePatient(birthYear: 2012, escort: .none))
        #expect(child.missing(.ready).contains("age"))
        #expect(child.missing(.ready).contains("escort"))

        let driven = try SessionScript(patient: samplePatient(escort: .approvedTransport("clinic taxi")))
        #expect(!driven.missing(.ready).contains("escort"))
    }

    @Test func `stops at a birth year that is another patient's`() throws {
        var script = try SessionScript()
        try script.prepareToStart()

        let wrong = Command.start(samplePump(), answers: [.birthYear: "1985"])
        #expect(String(describing: script.refusal(of: wrong)).contains("1985"))
        try script.give(.start(samplePump(), answers: [.birthYear: "1984"]))
    }

    @Test func `records what has already happened, with the deviation first`() throws {
        var script = try SessionScript()
        let reason = Reason(code: "emergency", text: "started before charting")
        #expect(script.refusal(of: .start(samplePump()))?.offersAlreadyHappened == true)

        let events = try script.give(.alreadyHappened(.start(samplePump()), reason: reason))

        #expect(events.map(\.body.kind) == ["deviation.recorded", "infusion.started"])
        #expect(script.session.phase == .dosing)
        guard case .deviationRecorded(let deviation) = events[0].body else { return }
        #expect(deviation.requirements.contains("order"))
    }

    @Test func `wants the prescriber's decision to resume after a long pause`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        try script.give(.pause(nil))
        script.wait(minutes: 16)
        let reason = Reason(code: "bp", text: "BP high")

        #expect(script.missing(.resume) == ["pause.decision"])
        #expect(script.refusal(of: .resume(pauseReason: reason, prescriberDecision: nil)) != nil)
        try script.give(.resume(pauseReason: reason, prescriberDecision: "Dr Lind: go on"))
        #expect(script.session.phase == .dosing)
    }

    @Test func `lowers a rate at once and raises it only under an order`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)

        try script.give(.changeRate(rateMicrolitersPerHour: 45_000, observedAtMicros: nil))
        try script.give(.changeRate(rateMicrolitersPerHour: 60_000, observedAtMicros: nil))
        #expect(script.refusal(of: .changeRate(rateMicrolitersPerHour: 80_000, observedAtMicros: nil)) != nil)
        try script.give(.placeOrder(sampleOrder(microgramsPerKg: 700), confirmedUnusual: true))
        try script.give(.changeRate(rateMicrolitersPerHour: 80_000, observedAtMicros: nil))
    }

    @Test func `keeps a patient whose IV is in, or whose last set is old`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        script.wait(minutes: 20)

        #expect(script.missing(.discharge) == ["access.removed", "final.set"])
    }

    @Test func `closes over a missing balance only with a supervisor's hand`() throws {
        var script = try SessionScript()
        try script.leave()
        #expect(script.missing(.close) == ["balance.A"])

        #expect(script.refusal(of: .grantOverride(decision(on: "balance.A"))) != nil)
        script.nurse = .staff(id: "s001", role: .supervisor)
        try script.give(.grantOverride(decision(on: "balance.A")))
        try script.give(.close)
        #expect(script.session.phase == .closed)
    }

    private func decision(on code: String) -> Override {
        Override(requirements: [code], prescriber: "Dr Lind", way: .telephoneReadBack, text: "benefit outweighs risk")
    }
}
