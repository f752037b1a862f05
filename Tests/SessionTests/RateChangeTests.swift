import Session
import TestSupport
import Testing

@Suite struct `A rate set on the pump` {
    /// A pump that runs a container twice as strong as ordered, at the ordered millilitres an hour.
    private func infusingTwiceAsStrong() throws -> SessionScript {
        var script = try SessionScript()
        try script.prepareToStart()
        var container = sampleContainer()
        container.name = "B"
        container.concentrationMicrogramsPerMilliliter = 2000
        try script.give(.drawDrug(container))
        var pump = samplePump()
        pump.container = "B"
        pump.concentrationMicrogramsPerMilliliter = 2000
        let reason = Reason(code: "emergency", text: "Emergency")
        try script.give(.alreadyHappened(.start(pump), reason: reason))
        return script
    }

    private func change(_ rate: Int, confirmed: Bool = false) -> Command {
        .changeRate(rateMicrolitersPerHour: rate, observedAtMicros: nil, confirmedUnusual: confirmed)
    }

    @Test func `is held to the ordered drug, not to its millilitres`() throws {
        var script = try infusingTwiceAsStrong()
        #expect(script.session.notAsOrdered(at: script.now) == [.rate, .volume, .concentration])
        try script.give(change(20_000))
        #expect(script.session.notAsOrdered(at: script.now) == [.volume, .concentration])
        // 40 mL/h of 2 mg/mL is 16.667 mcg/kg/min, where 12.5 is ordered; in millilitres it is under the order's 60.
        guard case .missing(_, let missing)? = script.refusal(of: change(40_000)) else {
            Issue.record("a rate above the ordered drug was taken")
            return
        }
        #expect(missing == [.rateOrder(.nanogramsPerKgMinute(16_667), orderedNanogramsPerKgMinute: 12_500)])
        try script.give(change(30_000))
    }

    @Test(arguments: [
        (60_000, [String]()), (96_000, ["rate.order"]), (168_000, ["rate.order"]),
        (168_100, ["rate.order", "rate.limit"]),
    ])
    func `is refused above the order, and above the protocol's limit`(rate: Int, codes: [String]) throws {
        var script = try SessionScript()
        try script.startInfusing()
        guard case .missing(_, let missing)? = script.refusal(of: change(rate)) else {
            #expect(codes.isEmpty)
            return
        }
        #expect(missing.map(\.code) == codes)
        #expect(missing.allSatisfy { !$0.canBeOverridden })
    }

    @Test func `asks about a high one that has been set all the same`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        let reason = Reason(code: "emergency", text: "Emergency")
        func happened(_ rate: Int, confirmed: Bool) -> Command {
            .alreadyHappened(change(rate, confirmed: confirmed), reason: reason)
        }
        // Asked above 20 mcg/kg/min, which is 96 mL/h of 1 mg/mL for 80 kg.
        guard case .unusual? = script.refusal(of: happened(100_000, confirmed: false)) else {
            Issue.record("a rate of 20.8 mcg/kg/min was taken without a question")
            return
        }
        #expect(script.refusal(of: happened(96_000, confirmed: false)) == nil)
        let events = try script.give(happened(100_000, confirmed: true))
        #expect(events.map(\.body.kind) == ["deviation.recorded", "infusion.rateChanged"])
        #expect(script.session.notAsOrdered(at: script.now) == [.rate])
    }

    @Test func `may be lowered at any time, also below one that was never ordered`() throws {
        let script = try infusingTwiceAsStrong()
        #expect(script.refusal(of: change(50_000)) == nil)
    }

    @Test func `is mended on the pump, not by another order`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        let start = Command.start(samplePump(rateMicrolitersPerHour: 200_000))
        guard case .missing(_, let missing)? = script.refusal(of: start) else {
            Issue.record("a pump at 200 mL/h was taken")
            return
        }
        #expect(missing.map(\.code) == ["readback.rate.200000", "readback.limit"])
        #expect(missing.first == .pumpRate(setMicrolitersPerHour: 200_000, orderedMicrolitersPerHour: 60_000))
    }
}
