import Session
import TestSupport
import Testing

@Suite struct `The rules of the ward` {
    private static let reason = Reason(code: "chartedLater", text: "Charted later than done")

    /// The command as it is given, and as what has already happened.
    private static func bothWays(_ command: Command) -> [Command] {
        [command, .alreadyHappened(command, reason: reason)]
    }

    private static let waste = DrugWaste(
        container: "A",
        volumeNanoliters: 1_000_000,
        method: "sink",
        witness: "Moreno, RN"
    )

    private static func decision(_ code: String, by name: String) -> Command {
        .grantOverride(Override(requirements: [code], prescriber: name, way: .telephoneReadBack, text: "go on"))
    }

    private static func order(by name: String) -> Command {
        var order = sampleOrder()
        order.prescriber = name
        return .placeOrder(order, confirmedUnusual: true)
    }

    private func fields(_ refusal: Refusal?) -> [String] {
        guard case .outOfRange(let problems)? = refusal else { return [] }
        return problems.map(\.field)
    }

    /// What two pairs of eyes must see, and what only a prescriber decides, with the name of whoever types it.
    private static let named: [(command: Command, field: String)] = [
        (.confirmTimeout(secondName: "nurse moreno", code: "", concentrationMicrogramsPerMilliliter: 1000), "second"),
        (.wasteDrug(waste), "witness"),
        (order(by: "Moreno"), "prescriber"), (decision("screening.heart", by: "Nurse Moreno"), "prescriber"),
    ]

    @Test(arguments: named.indices)
    func `want another person's name, now and for what has already happened`(index: Int) throws {
        var script = try SessionScript()
        try script.prepareToStart()
        for command in Self.bothWays(Self.named[index].command) {
            #expect(fields(script.refusal(of: command)) == [Self.named[index].field], "\(command)")
        }
    }

    @Test func `let a prescriber sign a decision of their own`() throws {
        var script = try SessionScript()
        script.nurse = .staff(id: "p001", role: .prescriber)
        #expect(script.refusal(of: Self.order(by: "Dr Lind")) == nil)
    }

    @Test(arguments: [
        Author.staff(id: "n999", role: .nurse), .staff(id: "n001", role: .prescriber), .staff(id: "n003", role: .nurse),
    ])
    func `know who may sign, in what role, and that they still work here`(author: Author) throws {
        let script = try SessionScript()
        let left = StaffMember(id: "n003", name: "Gone Nurse", role: .nurse, isActive: false)
        let refusal = #expect(throws: Refusal.self) {
            try WardRules.decide(
                .recordNote("calm", observedAtMicros: nil),
                in: script.session,
                among: OpenSessions(chairs: sampleChairs, sessions: [script.session]),
                staff: sampleStaff + [left],
                by: author,
                at: script.now
            )
        }
        guard case .notPossible(_, _, way: .nameWhoTypes)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test func `ask for the birth year where another could be taken for this patient, now and later`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        let namesake = try SessionScript(patient: samplePatient(name: "Sample, Bo", mrn: "777777", birthYear: 1990))
        script.others = [Session(id: "t", rules: namesake.session.rules, events: namesake.session.entries)]
        for command in Self.bothWays(.start(samplePump())) {
            #expect(fields(script.refusal(of: command)) == ["who.birthYear"], "\(command)")
        }
        #expect(script.refusal(of: .start(samplePump(), answers: [.birthYear: "1984"])) == nil)
    }

    @Test func `give a chair to one patient, and only a chair there is`() throws {
        var script = try SessionScript(chair: "1")
        let other = try SessionScript(patient: samplePatient(name: "Other, Bo", mrn: "555"), chair: "2")
        script.others = [Session(id: "t", rules: other.session.rules, events: other.session.entries)]
        for command in Self.bothWays(.move(chair: "2")) + [.move(chair: "99")] {
            guard case .notPossible? = script.refusal(of: command) else {
                Issue.record("\(command) was taken")
                continue
            }
        }
        #expect(script.refusal(of: .move(chair: "3")) == nil)
        #expect(script.refusal(of: .move(chair: nil)) == nil)
    }

    @Test func `give a record number to one open session, also where it is corrected`() throws {
        var script = try SessionScript()
        let other = try SessionScript(patient: samplePatient(name: "Other, Bo", mrn: "ab12"), chair: "2")
        script.others = [Session(id: "t", rules: other.session.rules, events: other.session.entries)]
        var opening = try #require(script.session.opening)
        opening.patient.mrn = "AB12"
        let reason = Reason(code: "wrongValue", text: "wrong value")
        let amended = Command.amend(target: 0, replacement: .sessionOpened(opening), reason: reason)
        #expect(fields(script.refusal(of: amended)) == ["mrn"])
    }

    @Test func `take back whoever returns, without a chair where somebody sits in theirs by now`() throws {
        var script = try SessionScript(chair: "1")
        try script.leave()
        let other = try SessionScript(patient: samplePatient(name: "Other, Bo", mrn: "555"), chair: "1")
        let events = try script.give(.comeBack(text: "fainted at the door"))
        #expect(events.map(\.body.kind) == ["session.returned"] && script.session.chair == "1")

        var late = try SessionScript(chair: "1")
        try late.leave()
        late.others = [Session(id: "t", rules: other.session.rules, events: other.session.entries)]
        let returned = try late.give(.comeBack(text: "fainted at the door"))
        #expect(returned.map(\.body.kind) == ["session.moved", "session.returned"])
        #expect(late.session.phase == .observing && late.session.chair == nil)
    }

    @Test func `void no leaving and no move that would put two patients in one chair`() throws {
        let reason = Reason(code: "wrongValue", text: "wrong value")
        let other = try SessionScript(patient: samplePatient(name: "Other, Bo", mrn: "555"), chair: "1")
        let others = [Session(id: "t", rules: other.session.rules, events: other.session.entries)]
        var left = try SessionScript(chair: "1")
        try left.leave()
        var moved = try SessionScript(chair: "1")
        try moved.give(.move(chair: "2"))
        var cancelled = try SessionScript(chair: "1")
        try cancelled.give(.cancel(Reason(code: "noShow", text: "did not come")))
        for var script in [left, moved, cancelled] {
            let void = Command.void(target: script.session.entries.count - 1, reason: reason)
            #expect(script.refusal(of: void) == nil)
            script.others = others
            guard case .notPossible(_, let cure, _)? = script.refusal(of: void) else {
                Issue.record("\(script.session.entries.last?.body.kind ?? "") was voided")
                continue
            }
            #expect(cure.contains("move that patient"))
        }
    }

    @Test func `let details be corrected while two old sessions hold one number`() throws {
        var script = try SessionScript()
        let other = try SessionScript(patient: samplePatient(name: "Other, Bo"), chair: "2")
        script.others = [Session(id: "t", rules: other.session.rules, events: other.session.entries)]
        var opening = try #require(script.session.opening)
        opening.patient.allergies = "penicillin"
        let reason = Reason(code: "wrongValue", text: "wrong value")
        #expect(script.refusal(of: .amend(target: 0, replacement: .sessionOpened(opening), reason: reason)) == nil)
    }

    /// Figures that no pump and no syringe has.
    @Test(arguments: [
        Command.start(samplePump(rateMicrolitersPerHour: 0)),
        .start(samplePump(volumeNanoliters: -1)),
        .start(samplePump(rateMicrolitersPerHour: 20_000_000)),
    ])
    func `take no pump that cannot be, not even as what has already happened`(command: Command) throws {
        var script = try SessionScript()
        try script.prepareToStart()
        for command in Self.bothWays(command) {
            #expect(script.refusal(of: command) != nil, "\(command)")
            guard case .missing? = script.refusal(of: command) else { continue }
            Issue.record("\(command) is offered as what has already happened")
        }
    }
}
