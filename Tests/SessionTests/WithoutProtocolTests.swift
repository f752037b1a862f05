import Session
import TestSupport
import Testing

@Suite struct `A session whose protocol cannot be read` {
    /// The sample's session so far, folded without its protocol.
    private func orphan(_ steps: (inout SessionScript) throws -> Void) throws -> SessionScript {
        var script = try SessionScript()
        try steps(&script)
        script.session = Session(id: "s", rules: nil, events: script.session.entries)
        return script
    }

    @Test func `shows every value, and judges none`() throws {
        let script = try orphan {
            try $0.startInfusing()
            try $0.give(.recordVitals(sampleVitals(190, 110), observedAtMicros: nil))
        }
        #expect(!script.session.hasProtocol)
        #expect(script.session.latest(.systolicMmHg)?.reading == .value(190))
        #expect(script.session.dose(at: script.now) != nil, "the dose is arithmetic, no judgement")
        #expect(script.session.standingAlarms.isEmpty && script.session.alarmEpisodes().isEmpty)
        #expect(script.session.vitalsDue(at: script.now) == nil)
        #expect(script.session.conditions(of: sampleVitals(250, 150)).isEmpty)
        #expect(script.session.criteria(at: script.now).isEmpty)
        #expect(script.session.due(at: script.now).isEmpty)
    }

    @Test func `takes every fact`() throws {
        var script = try orphan { try $0.startInfusing() }
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 2), observedAtMicros: nil))
        try script.give(.recordNote("calm", observedAtMicros: nil))
        try script.give(.pause(nil))
        try script.give(.stop(.completed, observedAtMicros: nil))
        #expect(script.session.phase == .observing)
    }

    @Test func `passes no gate but on a prescriber's decision, or as what has already happened`() throws {
        var script = try orphan { try $0.finishDose() }
        script.wait(minutes: 20)
        guard case .missing(_, let needs)? = script.refusal(of: .markReadyToLeave) else {
            Issue.record("a gate without rules was passed")
            return
        }
        #expect(
            needs == [.protocolFile(.readyToLeave), .finalSet(ageMinutes: 20, maxAgeMinutes: 15)]
                && needs.canHaveHappened
        )
        try script.give(decision("protocol.readyToLeave"))
        #expect(script.missing(.readyToLeave) == ["final.set"], "how the patient is now needs no limits")
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try script.give(.markReadyToLeave)
        #expect(script.session.phase == .dischargeReady)
        #expect(script.missing(.discharge).contains("protocol.discharge"))
    }

    private func decision(_ code: String) -> Command {
        .grantOverride(
            Override(requirements: [code], prescriber: "Dr Lind", way: .telephoneReadBack, text: "seen, go on")
        )
    }

    @Test func `asks at each gate anew: a decision of before the dose lets nobody leave`() throws {
        var script = try orphan { try $0.prepareToStart() }
        for gate in ["ready", "start", "resume", "readyToLeave", "discharge"] {
            try script.give(decision("protocol.\(gate)"))
        }
        #expect(!script.missing(.start).contains("protocol.start"))
        try script.give(.start(samplePump()))
        try script.give(.pause(.other))
        #expect(script.missing(.resume).contains("protocol.resume"))
        try script.give(.stop(.completed, observedAtMicros: nil))
        #expect(script.missing(.readyToLeave).contains("protocol.readyToLeave"))
    }

    @Test func `starts nobody without vitals`() throws {
        let script = try orphan { _ in }
        #expect(script.missing(.start).contains("baseline"))
    }

    @Test func `takes no order without a decision, and the next one not on that either`() throws {
        var script = try orphan { _ in }
        let order = Command.placeOrder(sampleOrder(microgramsPerKg: 50_000), confirmedUnusual: true)
        #expect(script.refusal(of: order) == .missing(.order, [.protocolFile(.order)]))
        try script.give(decision("protocol.order"))
        try script.give(order)
        #expect(script.refusal(of: order) == .missing(.order, [.protocolFile(.order)]))
    }

    @Test(arguments: [(Parameter.spo2Percent, 101), (.moaas, 6), (.rass, 5), (.painNrs, 11), (.systolicMmHg, 999)])
    func `takes no number that no body and no scale has`(parameter: Parameter, value: Int) throws {
        let script = try orphan { _ in }
        var vitals = sampleVitals()
        vitals[parameter] = .value(value)
        guard case .outOfRange? = script.refusal(of: .recordVitals(vitals, observedAtMicros: nil)) else {
            Issue.record("\(parameter) \(value) was taken")
            return
        }
    }
}
