import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A form that is refused` {
    /// A start with everything missing but the drug.
    private static func refusedStart() throws -> FormScript {
        var session = try SessionScript(chair: nil)
        try session.give(.drawDrug(sampleContainer()))
        var script = FormScript(.start, session)
        script.decide(script.type("60|40|1|||"))
        return script
    }

    @Test func `lists everything missing, each with its key, and keeps its text`() throws {
        let script = try Self.refusedStart()
        let text = script.text()
        #expect(text.contains("! Cannot start yet. Missing:"))
        for line in ["o the prescriber's order", "v baseline vitals", "m a chair", "i IV access placed"] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(text.contains("H it has already happened"))
        #expect(text.contains("Rate 60 mL/h"))
        let keys = script.form.hints(script.scene).map(\.key)
        #expect(keys.contains("o") && keys.contains("H") && keys.contains("Esc"))
    }

    @Test func `leads to what is missing and comes back as it was`() throws {
        var script = try Self.refusedStart()
        #expect(script.type("m") == .stay)
        #expect(script.form.kind == .move)
        #expect(script.decide(script.type("1|")) == .stay)
        #expect(script.form.kind == .start)
        #expect(script.text().contains("Move: recorded"))
        #expect(script.text().contains("Rate 60 mL/h"))
        #expect(script.ward.stays[0].decided.chair == "C1")
    }

    @Test func `keeps what was typed in a form that was opened over it`() throws {
        var script = try Self.refusedStart()
        script.type("v142/88 84")
        #expect(script.press(.escape) == .stay)
        #expect(script.form.kind == .start)
        #expect(script.form.isDraftWorthKeeping)
        script.decide(script.press(.control("s")))
        script.type("v")
        #expect(script.text().contains("142/88 84"))
    }

    @Test func `goes back to its text with Esc and does nothing on Enter`() throws {
        var script = try Self.refusedStart()
        #expect(script.press(.enter) == .stay)
        #expect(script.text().contains("Cannot start yet"))
        #expect(script.press(.escape) == .stay)
        #expect(script.text().contains("Still missing: two identifiers matched"))
        #expect(script.text().contains("> Started at"))
    }

    @Test func `records with its reason what has already happened`() throws {
        var script = try Self.refusedStart()
        script.type("H")
        #expect(script.form.kind == .alreadyHappened)
        script.wait(seconds: 720)
        let step = script.type("1|chest compressions next door|-12|")
        let reason = Reason(code: "emergency", text: "Emergency: chest compressions next door")
        let start = Command.start(samplePump())
        let happened = Command.alreadyHappened(start, reason: reason, observedAtMicros: SessionScript.morning)
        #expect(command(step) == happened)
        #expect(script.decide(step) == .putAside)
        #expect(script.ward.stays[0].decided.phase == .dosing)
        #expect(script.ward.stays[0].decided.doseStartMicros == 0)
    }

    @Test func `takes the prescriber's decision and then goes on`() throws {
        var session = try SessionScript(patient: samplePatient(escort: .none))
        try session.prepareAllButReady()
        var script = FormScript(.ready, session)
        script.decide(script.type("y"))
        #expect(script.text().contains("P the prescriber decides to go on"))
        script.type("P")
        #expect(script.form.kind == .override)
        let step = script.type("Dr Lind|taunt comes at noon|")
        guard case .grantOverride(let override)? = command(step) else {
            Issue.record("no override: \(step)")
            return
        }
        #expect(override.requirements == ["escort"])
        #expect(override.prescriber == "Dr Lind")
        #expect(override.way == .telephoneReadBack)
        #expect(script.decide(step) == .stay)
        #expect(script.form.kind == .ready)
        #expect(script.decide(script.type("y")) == .putAside)
        #expect(script.ward.stays[0].decided.phase == .ready)
    }

    @Test func `leads from a missing escort to the patient's details`() throws {
        var session = try SessionScript(patient: samplePatient(escort: .none))
        try session.prepareAllButReady()
        var script = FormScript(.ready, session)
        script.decide(script.type("y"))
        script.type("e")
        #expect(script.form.kind == .details)
        script.type("||||||p|Ben|555 0101|1")
        let step = script.press(.enter)
        guard case .amend(0, .sessionOpened(let opening), _, _)? = command(step) else {
            Issue.record("no correction of the opening: \(script.text())")
            return
        }
        #expect(opening.patient.escort == .person(name: "Ben", phone: "555 0101"))
        #expect(script.decide(step) == .stay)
        #expect(script.decide(script.type("y")) == .putAside)
    }

    @Test func `says what cannot be and why in words`() throws {
        var script = FormScript(.rate, try Standing.observing.script())
        script.decide(script.type("45||"))
        #expect(script.text().contains("! Cannot change the rate while OBSERVING: nothing is infusing"))
        #expect(script.text().contains("New rate 45 mL/h"))
    }

    @Test func `asks about an unusual order and records it with y`() throws {
        var script = FormScript(.order, try SessionScript())
        script.press(.tab)
        script.press(.control("u"))
        let step = script.type("0.9||||Dr Lind|w|")
        #expect(script.text().contains("Total 0.9 mg/kg is over 0.75 mg/kg"))
        #expect(script.decide(step) == .stay)
        #expect(script.text().contains("y record it"))
        #expect(
            command(script.type("y"))
                == .placeOrder(sampleOrder(microgramsPerKg: 900), confirmedUnusual: true)
        )
    }
}

extension SessionScript {
    /// Everything that READY asks for, except saying so.
    fileprivate mutating func prepareAllButReady() throws(Refusal) {
        try give(.confirmIdentity([.name, .birthDate]))
        try give(.answerScreening(clearScreening(session.rules)))
        try give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try give(.recordVitals(sampleVitals(), observedAtMicros: nil))
    }
}
