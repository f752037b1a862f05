import Session
import TestSupport
import Testing

@Suite struct `A way around a gate` {
    private static let reason = Reason(code: "wrongValue", text: "Wrong value")

    @Test func `Voiding a pause never lets the drug run into a high alarm`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 5)
        let pause = try script.give(.pause(nil))[0].number
        try script.give(.recordVitals(sampleVitals(195, 90, spo2: 84), observedAtMicros: nil))
        let void = Command.void(target: pause, reason: Self.reason)
        guard case .missing(.resume, let needs)? = script.refusal(of: void) else {
            Issue.record("a pause was voided into a high alarm")
            return
        }
        #expect(needs.map(\.code) == ["alarm.spo2Percent", "alarm.pressure"])
        let happened = try script.give(.alreadyHappened(void, reason: Self.reason))
        #expect(happened.map(\.body.kind) == ["deviation.recorded", "entry.voided"], "flagged for review")
        #expect(script.session.phase == .dosing)
    }

    @Test func `A pause that was a slip is voided without a word`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 5)
        let pause = try script.give(.pause(nil))[0].number
        try script.give(.void(target: pause, reason: Self.reason))
        #expect(script.session.phase == .dosing)
    }

    @Test func `Voiding a stop never lets the drug run into a high alarm`() throws {
        var script = try SessionScript()
        try script.finishDose()
        let stop = script.session.entries.last { $0.body.kind == "infusion.stopped" }
        try script.give(.recordVitals(sampleVitals(195, 90), observedAtMicros: nil))
        let target = try #require(stop).number
        #expect(script.refusal(of: .void(target: target, reason: Self.reason)) != nil)
    }

    /// Taking back that the patient worsened starts no drug, and asks nothing of the kind.
    @Test func `A setback entered by mistake is voided whatever alarms`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        let worse = try script.give(.worsen(text: "wrong chair"))[0].number
        try script.give(.recordVitals(sampleVitals(195, 90), observedAtMicros: nil))
        try script.give(.void(target: worse, reason: Self.reason))
        #expect(script.session.phase == .dischargeReady)
        #expect(script.missing(.discharge).contains("criterion.alarms"))
    }

    @Test func `A start is never dated back before what it rests on`() throws {
        var script = try SessionScript()
        script.wait(minutes: 10)
        try script.prepareToStart()
        let early = script.now.utcMicros - 4 * Micros.perMinute
        guard case .missing(.start, let needs)? = script.refusal(of: .start(samplePump(), observedAtMicros: early))
        else {
            Issue.record("a start before its time-out was taken")
            return
        }
        #expect(needs.map(\.code).contains("start.time"))
    }

    @Test(arguments: [(0, 20, true), (4, 59, true), (5, 0, false)])
    func `A good pressure at once is no repeat of a bad one`(minutes: Int, seconds: Int, isAsked: Bool) throws {
        var script = try SessionScript()
        var bad = sampleVitals(190, 115)
        bad.confirmedUnusual = true
        try script.give(.recordVitals(bad, observedAtMicros: nil))
        script.wait(minutes: minutes, seconds: seconds)
        var good = sampleVitals(128, 80)
        good.confirmedUnusual = true
        try script.give(.recordVitals(good, observedAtMicros: nil))
        #expect(script.missing(.ready).contains("baseline.repeat") == isAsked)
        #expect(!script.missing(.ready).contains { $0.hasPrefix("baseline.stop") }, "the newest pair is what stands")
    }

    @Test(arguments: [("Ketalar (rash)", true), ("ketamin: hives", true), ("penicillin", false)])
    func `An allergy to the drug by another name stops the start`(allergies: String, isStopped: Bool) throws {
        var rules = sampleProtocol()
        rules.dose.allergyWords = ["ketamin", "ketalar"]
        var patient = samplePatient()
        patient.allergies = allergies
        let script = try SessionScript(patient: patient, rules: rules)
        #expect(script.missing(.ready).contains("allergy.drug") == isStopped)
    }

    @Test func `One good set never lets a patient leave a minute after a shock`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        try script.give(.removeAccess(siteIsClean: true, text: ""))
        var shock = sampleVitals(47, 46, heartRate: 49)
        shock[.respiratoryRatePerMin] = .value(29)
        try script.give(.recordVitals(shock, observedAtMicros: nil))
        script.wait(minutes: 5)
        for _ in 0..<2 {
            var good = recoveredVitals()
            good.confirmedUnusual = true
            try script.give(.recordVitals(good, observedAtMicros: nil))
            #expect(script.missing(.discharge).contains("criterion.pressure"))
            script.wait(minutes: 6)
        }
        try script.give(.worsen(text: "pale, BP 47/46"))
        #expect(script.missing(.readyToLeave).contains("criterion.pressure"), "two sets from here on")
    }
}
