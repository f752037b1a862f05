import Session
import TestSupport
import Testing

@Suite struct `What was not measured` {
    private static let notDone = Reading.notDone(reason: "patient refused")

    /// After 190/115, which stops the start twice.
    @Test(arguments: [
        Vitals([.systolicMmHg: notDone, .diastolicMmHg: notDone, .spo2Percent: .value(97)]),
        Vitals([.systolicMmHg: notDone, .diastolicMmHg: notDone]),
        Vitals([.heartRatePerMin: .value(72), .moaas: .value(5)]),
    ])
    func `A pressure that was not done never hides the one that stopped the start`(later: Vitals) throws {
        var script = try SessionScript()
        try script.screen()
        try script.type("190/115 72 98 14 5")
        let stops = ["baseline.stop.systolicMmHg", "baseline.stop.diastolicMmHg"]
        #expect(script.missing(.ready) == stops)

        try script.measure(later)

        #expect(script.missing(.ready) == stops)
    }

    @Test(arguments: [
        Parameter.systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .moaas,
    ])
    func `A required value that was not done or could not be taken is no baseline`(parameter: Parameter) throws {
        var script = try SessionScript()
        try script.screen()
        var set = sampleVitals()
        set[parameter] = Self.notDone
        try script.measure(set)
        #expect(script.missing(.ready) == ["baseline"])

        for why in Unmeasurable.allCases {
            set[parameter] = .unmeasurable(why)
            try script.measure(set)
            #expect(script.missing(.ready) == ["baseline.stop.\(parameter.rawValue)"], "\(why) is a stop")
            #expect(script.missing(.start).contains("baseline.stop.\(parameter.rawValue)"))
        }
    }

    @Test func `A pressure that could not be taken after a good one is a stop all the same`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        #expect(script.missing(.start).isEmpty)

        try script.type("bp>")

        #expect(!script.lacks(.start(samplePump())).isEmpty)
    }

    @Test func `One value taken anew never makes an old baseline fresh`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        script.wait(minutes: 34)
        try script.type("s97")
        try script.give(sampleTimeout(script.session))

        #expect(script.missing(.start) == ["baseline.recent"])
        try script.measure(sampleVitals())
        #expect(script.missing(.start).isEmpty)
    }

    @Test func `A baseline without the score that the protocol asks for never passes READY`() throws {
        var rules = sampleProtocol()
        rules.baseline.requiresDissociation = true
        var script = try SessionScript(rules: rules)
        try script.give(.confirmIdentity([.name, .birthDate]))
        try script.give(.answerScreening(clearScreening(rules)))
        try script.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try script.measure(sampleVitals())

        #expect(script.missing(.ready) == ["baseline"])
        try script.give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))
        #expect(script.missing(.ready).isEmpty)
    }

    private static let danger: Set<AlarmCondition.Subject> = [.parameter(.spo2Percent), .parameter(.moaas)]

    /// What a nurse may enter while SpO2 85 and MOAA/S 2 stand, and none of it is a measurement of them.
    private static let nothings: [Command] = [
        .recordVitals(Vitals([.spo2Percent: notDone, .moaas: notDone]), observedAtMicros: nil),
        .recordVitals(Vitals([.systolicMmHg: .value(124), .diastolicMmHg: .value(78)]), observedAtMicros: nil),
        .recordVitals(
            Vitals([.spo2Percent: .unmeasurable(.noReading), .moaas: .unmeasurable(.noReading)]),
            observedAtMicros: nil
        ),
        .recordVitalsNotDone(Reason(code: "asleep", text: "asleep")),
        .recordDissociation(Dissociation(score: 1), observedAtMicros: nil),
        .recordNote("resting comfortably", observedAtMicros: nil),
        .pause(nil), .stop(.completed, observedAtMicros: nil),
    ]

    @Test(arguments: nothings)
    func `An entry that measures nothing ends no alarm`(entry: Command) throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 5)
        try script.type("124/78 72 85 14 2")
        script.wait(minutes: 6)
        try script.give(entry.confirmed ?? entry)

        let standing = script.session.standingAlarms.filter { $0.present?.priority == .high }
        #expect(Set(standing.map(\.subject)).isSuperset(of: Self.danger), "\(standing)")
    }

    @Test func `A value at its limit ends nothing before a second one, and a clear one does`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 5)
        try script.type("124/78 72 89 14 5")
        script.wait(minutes: 1)
        try script.type("s90")
        #expect(script.session.standingAlarms.first?.present?.priority == .high, "90 is not inside by the margin")
        script.wait(minutes: 4)
        try script.type("s91")
        #expect(script.session.standingAlarms.first?.present?.priority == .high, "four minutes are too few")
        script.wait(minutes: 1)
        try script.type("s91")
        #expect(script.session.standingAlarms.first?.present?.priority == .medium, "91 is under 92 all the same")
        try script.type("s97")
        #expect(script.session.standingAlarms.isEmpty)
    }
}
