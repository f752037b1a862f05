import Screens
import Session
import TestSupport
import Testing

@Suite struct `A prescriber's decision` {
    /// Two answers that stop, and a form that is refused for them.
    private static func refusedReady() throws -> FormScript {
        var session = try SessionScript()
        var answers = clearScreening(session.session.rules)
        for index in answers.indices where answers[index].item == "allergy" || answers[index].item == "heart" {
            answers[index].answer = .yes
        }
        try session.give(.confirmIdentity([.name, .birthDate]))
        try session.give(.answerScreening(answers))
        try session.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try session.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        var script = FormScript(.ready, session)
        script.decide(script.type("y"))
        script.type("P")
        return script
    }

    @Test func `is one for each thing, and leaves open what was not decided`() throws {
        var script = try Self.refusedReady()
        #expect(script.text().contains("Allergy to ketamine"))
        let step = script.type("Dr Lind|wynrash in childhood, tested since|")
        guard case .grantOverride(let decision)? = command(step) else {
            Issue.record("no decision: \(script.text())")
            return
        }
        #expect(decision.requirements == ["screening.allergy"])
        #expect(decision.text == "rash in childhood, tested since")
        script.decide(step)
        let stay = script.ward.stays[0]
        #expect(stay.decided.needs(for: .ready, at: stay.now).map(\.code) == ["screening.heart"])
    }

    @Test func `names everything that was decided in one entry`() throws {
        var script = try Self.refusedReady()
        let step = script.type("Dr Lind|wyyrash only, and mild|")
        guard case .grantOverride(let decision)? = command(step) else {
            Issue.record("no decision: \(script.text())")
            return
        }
        #expect(decision.requirements == ["screening.allergy", "screening.heart"])
        #expect(script.decide(step) == .stay)
        #expect(script.form.kind == .ready)
    }

    @Test(arguments: ["Nurse Moreno", "moreno", "Moreno, RN"]) func `is never that of a nurse who types it`(
        name: String
    ) throws {
        var script = try Self.refusedReady()
        script.decide(script.type(name + "|wynfine|"))
        #expect(script.text().contains("is typing as nurse: name the prescriber who decided"))
        var order = FormScript(.order, try SessionScript())
        order.decide(order.type("|||||\(name)|w|"))
        #expect(order.text().contains("is typing as nurse"))
    }

    @Test func `is asked about where the staff list knows the name as a nurse`() throws {
        var script = FormScript(.order, try SessionScript())
        script.surroundings.staff.append(StaffMember(id: "n002", name: "Nurse Okafor", role: .nurse))
        #expect(command(script.type("|||||Okafor|w|")) == nil)
        #expect(script.text().contains("Nurse Okafor is on the staff list as nurse: is Okafor a prescriber?"))
        #expect(command(script.type("y")) != nil)
    }

    @Test func `may be typed by the prescriber's own hand`() throws {
        var script = FormScript(.order, try SessionScript())
        script.typing = FormScript.prescriber
        #expect(command(script.type("|||||Dr Lind|w|")) != nil)
    }
}

@Suite struct `A drug that nobody accounts for` {
    private static func refusedClose(_ role: StaffRole) throws -> FormScript {
        var script = FormScript(.close, try Standing.left.script())
        let member = StaffMember(id: "x001", name: "Head Nurse Abel", role: role)
        script.surroundings.staff.append(member)
        script.typing = member
        script.decide(script.type("y"))
        return script
    }

    @Test func `is signed by a supervisor, and offers a nurse nothing that cannot work`() throws {
        var script = try Self.refusedClose(.nurse)
        #expect(script.text().contains("discrepancy: a supervisor signs (Esc, then u)"))
        #expect(!script.text().contains("it has already happened"))
        #expect(!script.form.hints(script.scene).contains { $0.key == "P" || $0.key == "H" })
        script.type("PH")
        #expect(script.form.kind == .close)
    }

    @Test(arguments: [StaffRole.supervisor, .prescriber]) func `is explained in words by the hand that signs`(
        role: StaffRole
    ) throws {
        var script = try Self.refusedClose(role)
        script.type("P")
        let step = script.type("spilt on the floor, seen by two|")
        guard case .grantOverride(let decision)? = command(step) else {
            Issue.record("no discrepancy: \(script.text())")
            return
        }
        #expect(decision.requirements == ["balance.A"])
        #expect(decision.prescriber == "Head Nurse Abel")
        script.decide(step)
        #expect(script.decide(script.type("y")) == .putAside)
        #expect(script.ward.stays[0].decided.phase == .closed)
    }

    @Test func `is signed by who types now, and not by who opened the form`() throws {
        var script = try Self.refusedClose(.supervisor)
        script.type("P")
        let other = StaffMember(id: "x002", name: "Head Nurse Bell", role: .supervisor)
        script.surroundings.staff.append(other)
        script.typing = other
        guard case .grantOverride(let decision)? = command(script.type("spilt on the floor|")) else {
            Issue.record("no discrepancy: \(script.text())")
            return
        }
        #expect(decision.prescriber == "Head Nurse Bell")
    }
}

@Suite struct `The open list` {
    @Test func `holds telephone orders and decisions, and what is for review`() throws {
        var script = try SessionScript(patient: samplePatient(escort: .none))
        var order = sampleOrder()
        order.way = .telephoneReadBack
        try script.give(.placeOrder(order, confirmedUnusual: false))
        let decision = Override(
            requirements: ["escort"],
            prescriber: "Dr Lind",
            way: .telephoneReadBack,
            text: "aunt comes at noon"
        )
        try script.give(.grantOverride(decision))
        let reason = Reason(code: "emergency", text: "Emergency")
        try script.give(.alreadyHappened(.start(samplePump()), reason: reason))
        #expect(script.session.openList.map(\.kind) == [.telephoneOrder, .telephoneDecision, .deviation])
        try script.give(.stop(.completed, observedAtMicros: nil))
        let form = FormScript(.close, script)
        let text = form.text(100, 40)
        #expect(text.contains("OPEN LIST telephone order, to be authenticated by Dr Lind"))
        #expect(text.contains("OPEN LIST for review: infusion.started without"))
    }
}
