import Session
import TestSupport
import Testing

@Suite struct `A time that is named` {
    /// Minutes from check-in at which a set is said to have been taken, 46 min after check-in.
    @Test(arguments: [(-44, false), (-6, false), (-5, true), (0, true), (46, true), (47, false)])
    func `lies between arrival and now`(minute: Int64, isTaken: Bool) throws {
        var script = try SessionScript()
        script.wait(minutes: 46)
        let observed = SessionScript.morning + minute * Micros.perMinute
        let refusal = script.refusal(of: .recordVitals(sampleVitals(148, 88), observedAtMicros: observed))
        guard case .outOfRange(let problems)? = refusal else {
            #expect(isTaken && refusal == nil)
            return
        }
        #expect(!isTaken)
        #expect(problems.map(\.field) == ["time"])
    }

    @Test(arguments: [(0, 42, false), (4, 59, false), (5, 0, true), (9, 0, true)])
    func `is the second measurement's only minutes after the first`(minutes: Int, seconds: Int, isRepeat: Bool) throws {
        var script = try SessionScript()
        try script.give(.recordVitals(sampleVitals(145, 85), observedAtMicros: nil))
        script.wait(minutes: minutes, seconds: seconds)
        try script.give(.recordVitals(sampleVitals(145, 85), observedAtMicros: nil))
        #expect(script.missing(.ready).contains("baseline.repeat") == !isRepeat)
        #expect(script.missing(.ready).contains("baseline.caution") == isRepeat)
    }
}
