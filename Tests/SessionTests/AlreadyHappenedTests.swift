import Session
import TestSupport
import Testing

@Suite struct `What has already happened` {
    private let reason = Reason(code: "chartedLater", text: "Charted later than done")

    @Test func `carries the time it was done at`() throws {
        var script = try SessionScript()
        script.wait(minutes: 30)
        let done = script.now.utcMicros - 12 * Micros.perMinute
        let start = Command.start(samplePump())
        let events = try script.give(.alreadyHappened(start, reason: reason, observedAtMicros: done))
        #expect(events.map(\.observedAtMicros) == [nil, done])
        #expect(script.session.doseStartMicros == 18 * Micros.perMinute)
        #expect(script.session.dose(at: script.now)?.givenMicrograms == 12_000)
    }

    @Test(arguments: [31, -7])
    func `lies between arrival and now`(minute: Int64) throws {
        var script = try SessionScript()
        script.wait(minutes: 30)
        let done = SessionScript.morning + minute * Micros.perMinute
        let start = Command.start(samplePump())
        let refusal = script.refusal(of: .alreadyHappened(start, reason: reason, observedAtMicros: done))
        guard case .outOfRange(let problems)? = refusal else {
            Issue.record("minute \(minute) was taken: \(String(describing: refusal))")
            return
        }
        #expect(problems.map(\.field) == ["time"])
    }

    @Test func `is a start that passes its gate, too`() throws {
        var script = try SessionScript()
        try script.prepareToStart()
        script.wait(minutes: 4)
        let begun = script.now.utcMicros - 3 * Micros.perMinute
        try script.give(.start(samplePump(), observedAtMicros: begun))
        #expect(script.session.dose(at: script.now)?.givenMicrograms == 3000)
    }

    @Test func `is never a signature`() throws {
        var script = try SessionScript()
        try script.leave()
        guard case .notPossible? = script.refusal(of: .alreadyHappened(.close, reason: reason)) else {
            Issue.record("a close that had already happened was taken")
            return
        }
    }
}
