import Session
import TestSupport
import Testing

/// What the random sessions against the oracle found first.
@Suite struct `What was seen earlier, or in the same minute,` {
    private let reason = Reason(code: "wrongValue", text: "wrong value")

    /// 185 charted six minutes late but newest, then 178, which is no end of it; then the pulse of the first is
    /// corrected.
    @Test func `ends no alarm when another value of its entry is corrected`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        let late = script.now.utcMicros - 6 * Micros.perMinute
        let high = sampleVitals(185, 88)
        let set = try script.give(.recordVitals(high, observedAtMicros: late))[0].number
        script.wait(minutes: 1)
        try script.give(.recordVitals(sampleVitals(178, 88), observedAtMicros: nil))
        #expect(script.session.standingAlarms.map { $0.present?.priority } == [.high])

        var corrected = high
        corrected[.heartRatePerMin] = .value(75)
        try script.give(.amend(target: set, replacement: .vitalsRecorded(corrected), reason: reason))

        #expect(script.session.standingAlarms.map { $0.present?.priority } == [.high])
    }

    /// Seven minutes are not late before the start; corrected while the drug runs, the entry is no later than it was.
    @Test func `is not late for being corrected while the drug runs`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        script.wait(minutes: 8)
        var (high, newer) = (sampleVitals(185, 88), sampleVitals(178, 88))
        (high.confirmedUnusual, newer.confirmedUnusual) = (true, true)
        try script.give(.recordVitals(newer, observedAtMicros: nil))
        let early = script.now.utcMicros - 7 * Micros.perMinute
        let set = try script.give(.recordVitals(high, observedAtMicros: early))[0].number
        try script.give(.alreadyHappened(.start(samplePump()), reason: reason))
        #expect(script.session.standingAlarms.map { $0.present?.priority } == [.high])

        high[.heartRatePerMin] = .value(75)
        try script.give(.amend(target: set, replacement: .vitalsRecorded(high), reason: reason))

        #expect(script.session.standingAlarms.map { $0.present?.priority } == [.high])
    }

    /// Whoever says yes after no, in the same minute of a late entry, said yes.
    @Test func `hides no distress that was noted after a no`() throws {
        var script = try SessionScript()
        try script.recover()
        let at = script.now.utcMicros
        for isDistressed in [false, true] {
            let note = Dissociation(score: 0, isDistressed: isDistressed, moaas: 5)
            try script.give(.recordDissociation(note, observedAtMicros: at))
        }
        try script.give(.recordDissociation(Dissociation(score: 0), observedAtMicros: at))

        let missing = script.missing(.readyToLeave)
        #expect(missing.contains("criterion.dissociation") && missing.contains("criterion.alarms"))
    }

    /// On and off in one minute: ten minutes without it are wanted all the same.
    @Test func `lets nobody leave on the saturation of the minute in which oxygen went off`() throws {
        var script = try SessionScript()
        try script.recover()
        #expect(script.missing(.readyToLeave) == [])
        var vitals = recoveredVitals()
        vitals[.oxygenTenthsLiterPerMin] = .value(20)
        try script.give(.recordVitals(vitals, observedAtMicros: nil))
        try script.give(.recordVitals(recoveredVitals(), observedAtMicros: nil))

        #expect(script.missing(.readyToLeave) == ["criterion.oxygen"])
        script.wait(minutes: 10)
        try script.give(.recordVitals(recoveredVitals(), observedAtMicros: nil))
        #expect(script.missing(.readyToLeave) == [])
    }
}
