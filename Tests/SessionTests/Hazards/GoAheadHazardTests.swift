import Session
import TestSupport
import Testing

@Suite struct `A go-ahead on a baseline outside its range` {
    private static func started(on baseline: String, carriesOwnLimits: Bool) throws -> SessionScript {
        var script = try SessionScript()
        try script.screen()
        try script.type(baseline)
        script.wait(minutes: 5)
        try script.type(baseline)
        let open = script.session.needs(for: .ready, at: script.now)
        if !open.isEmpty {
            var decision = SessionScript.decision(on: open)
            decision.carriesOwnLimits = carriesOwnLimits
            try script.give(.grantOverride(decision))
        }
        try script.give(.placeAccess(site: "L forearm", gauge: "22G"))
        try script.give(.drawDrug(sampleContainer()))
        try script.give(.declareReady)
        try script.give(sampleTimeout(script.session))
        try script.give(.start(samplePump()))
        return script
    }

    /// A baseline, and the low, medium and high limits of SBP, DBP and SpO2 that its go-ahead carries.
    private static let baselines: [(line: String, systolic: [Int], diastolic: [Int], saturation: [Int])] = [
        ("148/92 84 98 14 5", [160, 170, 180], [100, 105, 110], [94, 92, 90]),
        ("142/80 84 98 14 5", [157, 167, 180], [95, 100, 110], [94, 92, 90]),
        ("165/98 84 98 14 5", [160, 170, 180], [100, 105, 110], [94, 92, 90]),
        ("124/78 72 92 14 5", [150, 160, 180], [95, 100, 110], [91, 90, 88]),
        ("124/78 72 86 14 5", [150, 160, 180], [95, 100, 110], [86, 85, 85]),
    ]

    @Test(arguments: baselines)
    func `A go-ahead never moves the high limit of a pressure, nor a saturation under 85`(
        line: String,
        systolic: [Int],
        diastolic: [Int],
        saturation: [Int]
    ) throws {
        let limits = try Self.started(on: line, carriesOwnLimits: true).session.limits
        for (parameter, expected) in [(Parameter.systolicMmHg, systolic), (.diastolicMmHg, diastolic)] {
            let own = try #require(limits[parameter])
            #expect([own.lowAtOrAbove, own.mediumAtOrAbove, own.highAtOrAbove] == expected, "\(line)")
        }
        let own = try #require(limits[.spo2Percent])
        #expect([own.lowBelow, own.mediumBelow, own.highBelow] == saturation, "\(line)")
    }

    @Test func `Limits of one session are never carried unasked`() throws {
        let script = try Self.started(on: "148/92 84 98 14 5", carriesOwnLimits: false)
        #expect(script.session.limits == script.session.rules.limits)
    }

    @Test func `A pressure that was decided on is not asked about a second time, and every newer one is`() throws {
        var script = try SessionScript()
        try script.screen()
        try script.type("165/98 84 98 14 5")
        try script.decide(.ready)
        #expect(script.missing(.ready) == ["baseline.repeat"], "no decision stands for the second measurement")
        script.wait(minutes: 5)
        try script.type("165/98 84 98 14 5")
        #expect(script.missing(.ready) == ["baseline.hold.systolicMmHg"])
        try script.decide(.ready)
        #expect(script.missing(.ready).isEmpty)

        try script.type("150/92 84 98 14 5")
        #expect(script.missing(.ready) == ["baseline.caution"])
        try script.decide(.ready)
        try script.type("bp162/99")
        #expect(script.missing(.ready) == ["baseline.hold.systolicMmHg"])
    }
}
