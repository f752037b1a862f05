import Session
import TestSupport
import Testing

@Suite struct `More drug` {
    private static let pressure = Reason(code: "highBloodPressure", text: "Blood pressure high")

    private static func resume(_ reason: Reason) -> Command {
        .resume(pauseReason: reason, prescriberDecision: "Dr Lind: go on")
    }

    /// 190/100 and SpO2 88, paused for it, nothing measured for 26 minutes.
    private static func paused() throws -> SessionScript {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        try script.type("190/100 84 88 14 5")
        script.wait(minutes: 1)
        try script.give(.pause(pressure))
        script.wait(minutes: 25)
        return script
    }

    @Test func `No infusion goes on into a high alarm, unwatched or not measured since it was paused`() throws {
        var script = try Self.paused()
        let codes = ["alarm.spo2Percent", "alarm.pressure", "overdue", "remeasure"]
        #expect(script.lacks(Self.resume(Self.pressure)) == codes)

        try script.type("132/84 80 97 14 5")
        try script.give(Self.resume(Self.pressure))
        #expect(script.session.phase == .dosing)
    }

    @Test func `A decision to go on covers the readings it was taken on and no newer one`() throws {
        var script = try Self.paused()
        try script.give(.grantOverride(SessionScript.decision(on: script.session.needs(for: .resume, at: script.now))))
        #expect(script.lacks(Self.resume(Self.pressure)).isEmpty)

        try script.type("195/104 84 86 14 5")
        #expect(script.lacks(Self.resume(Self.pressure)) == ["alarm.spo2Percent", "alarm.pressure"])
    }

    @Test func `No rate is raised into a high alarm or unwatched, and every rate is lowered at once`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        try script.type("185/100 84 97 14 5")
        try script.give(.changeRate(rateMicrolitersPerHour: 40_000, observedAtMicros: nil))
        let raise = Command.changeRate(rateMicrolitersPerHour: 60_000, observedAtMicros: nil)
        #expect(script.lacks(raise) == ["alarm.pressure"])

        try script.type("132/84 80 97 14 5")
        #expect(script.lacks(raise).isEmpty)
        script.wait(minutes: 21)
        #expect(script.lacks(raise) == ["overdue"])
    }

    /// What it was paused for, what is measured first, which is not enough, and what is enough.
    @Test(arguments: [
        ("highBloodPressure", "s98", "124/78"), ("lowBloodPressure", "m5", "124/78"),
        ("lowSaturation", "s98", "s98 rr14"), ("sedation", "124/78 72 98 14", "m5"),
    ])
    func `A pause never ends before that was measured which it was for`(
        code: String,
        other: String,
        wanted: String
    ) throws {
        let reason = Reason(code: code, text: code)
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 5)
        try script.measure(sampleVitals())
        script.wait(minutes: 1)
        try script.give(.pause(reason))
        script.wait(minutes: 2)
        try script.type(other)
        #expect(script.lacks(Self.resume(reason)) == ["remeasure"])
        let another = Reason(code: "other", text: "Other")
        #expect(script.lacks(Self.resume(another)) == ["remeasure"], "another reason does not undo the first")

        script.wait(minutes: 1)
        try script.type(wanted)
        #expect(script.lacks(Self.resume(reason)).isEmpty)
    }

    @Test func `An order for ten times the dose never passes on the decision for another`() throws {
        var script = try SessionScript()
        let order = Command.placeOrder(sampleOrder(microgramsPerKg: 1600, minutes: 80), confirmedUnusual: true)
        let tenfold = Command.placeOrder(sampleOrder(microgramsPerKg: 16_000, minutes: 80), confirmedUnusual: true)
        guard case .missing(_, let needs)? = script.refusal(of: order) else {
            Issue.record("1.6 mg/kg needs the prescriber")
            return
        }
        try script.give(.grantOverride(SessionScript.decision(on: needs)))

        #expect(script.lacks(tenfold).contains("order.total"))
        try script.give(order)
        #expect(script.lacks(tenfold).contains("order.total"))
        #expect(script.lacks(order) == ["order.total"], "the order that was placed has used it up")
    }

    /// What comes after the time-out.
    @Test(arguments: [
        Command.placeOrder(sampleOrder(microgramsPerKg: 400), confirmedUnusual: true),
        .drawDrug(
            {
                var other = sampleContainer()
                other.name = "B"
                return other
            }()
        ),
    ])
    func `Nothing starts on a time-out that is older than its order or its syringe`(later: Command) throws {
        var script = try SessionScript()
        try script.prepareToStart()
        #expect(script.missing(.start).isEmpty)

        try script.give(later)

        #expect(script.missing(.start) == ["timeout"])
    }

    @Test func `A balance that changed after it was signed is signed anew`() throws {
        var script = try SessionScript()
        try script.leave()
        script.nurse = .staff(id: "s001", role: .supervisor)
        try script.decide(.close)
        #expect(script.missing(.close).isEmpty)

        try script.give(
            .wasteDrug(DrugWaste(container: "A", volumeNanoliters: 2_000_000, method: "sink", witness: "Okafor"))
        )

        #expect(script.missing(.close) == ["balance.A"])
    }
}

@Suite struct `The arm` {
    @Test func `A line that is not patent starts nothing, and one that is patent again does`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        try script.give(.checkAccess(isPatent: false, text: "no flush"))
        #expect(script.missing(.start) == ["access"])

        try script.give(.checkAccess(isPatent: true, text: "flushes after repositioning"))
        #expect(script.missing(.start).isEmpty)
    }

    @Test func `A line that is lost or not patent is in the arm until it is removed`() throws {
        for isLost in [true, false] {
            var script = try SessionScript()
            try script.recover()
            try script.give(.markReadyToLeave)
            try script.give(
                isLost ? .loseAccess(text: "pulled at") : .checkAccess(isPatent: false, text: "no flush")
            )
            #expect(script.missing(.discharge) == ["access.removed"])

            try script.give(.removeAccess(siteIsClean: true, text: ""))
            #expect(script.missing(.discharge).isEmpty)
        }
    }

    @Test func `One of two lines removed leaves the other in the arm`() throws {
        var script = try SessionScript()
        try script.recover()
        try script.give(.markReadyToLeave)
        let second = try script.give(.placeAccess(site: "R hand", gauge: "24G"))[0].number
        #expect(script.missing(.discharge) == ["access.removed", "access.removed"])
        let unnamed = Command.removeAccess(siteIsClean: true, text: "")
        #expect(
            String(describing: script.refusal(of: unnamed)).contains("L forearm, R hand"),
            "it says which there are"
        )

        try script.give(.removeAccess(siteIsClean: true, text: "", line: second))
        #expect(script.missing(.discharge) == ["access.removed"])
        try script.give(unnamed)
        #expect(script.missing(.discharge).isEmpty)
    }

    @Test func `A removal of no line takes none out of the arm when an earlier one turns out wrong`() throws {
        var script = try SessionScript()
        try script.give(.placeAccess(site: "L forearm", gauge: "22G"))
        let removal = try script.give(.removeAccess(siteIsClean: true, text: ""))[0].number
        try script.give(.removeAccess(siteIsClean: true, text: "again"))
        #expect(script.session.linesInArm.isEmpty)

        try script.give(.void(target: removal, reason: Reason(code: "wrongValue", text: "wrong value")))

        #expect(script.session.linesInArm.map(\.site) == ["L forearm"])
    }

    @Test func `Drug runs through the line that is left when another is lost`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        let first = try #require(script.session.accessLines.first).number
        let second = try script.give(.placeAccess(site: "R hand", gauge: "24G"))[0].number
        try script.give(.loseAccess(text: "kinked", line: first))
        #expect(script.missing(.start).isEmpty)
        try script.give(.loseAccess(text: "blown", line: second))
        #expect(script.missing(.start) == ["access"])
    }

    @Test func `Infiltration waits for the prescriber before more drug and before leaving`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 8)
        try script.measure(sampleVitals())
        script.wait(minutes: 2)
        try script.give(.loseAccess(text: "swollen", isInfiltrated: true))
        try script.give(.pause(nil))
        try script.give(.placeAccess(site: "R forearm", gauge: "22G"))
        #expect(script.missing(.resume) == ["infiltration"])
        #expect(script.missing(.raiseRate) == ["infiltration"])
        #expect(script.missing(.readyToLeave).contains("infiltration"))

        var decided = script
        try decided.decide(.resume)
        #expect(decided.missing(.resume).isEmpty)
        let second = try #require(decided.session.linesInArm.last).number
        try decided.give(.loseAccess(text: "swollen too", line: second, isInfiltrated: true))
        #expect(decided.missing(.resume).contains("infiltration"), "another infiltration is another decision")

        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: true))
        #expect(script.missing(.resume).isEmpty, "replaced by a new order")
    }

    @Test func `The stay counts from an infiltration where that came last`() throws {
        var script = try SessionScript()
        try script.finishDose()
        let start = try #require(script.session.doseStartMicros)
        #expect(script.session.earliestLeavingMicros == start + 120 * Micros.perMinute)
        script.wait(minutes: 30)

        try script.give(.loseAccess(text: "swollen", isInfiltrated: true))

        #expect(script.session.earliestLeavingMicros == start + 130 * Micros.perMinute)
    }
}
