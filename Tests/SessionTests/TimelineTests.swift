import Session
import TestSupport
import Testing

/// Steps of an infusion whose times would contradict one another.
@Suite struct `The times of an infusion` {
    private static let bp = Reason(code: "bp", text: "BP high")
    private let late = Reason(code: "chartedLater", text: "Charted later than done")

    /// Started 5 min after check-in, paused from 15 to 17, and 30 min after check-in.
    private func paused() throws -> SessionScript {
        var script = try infusing()
        script.wait(minutes: 10)
        try script.give(.pause(nil))
        script.wait(minutes: 2)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try script.give(.resume(pauseReason: Self.bp, prescriberDecision: nil))
        script.wait(minutes: 13)
        return script
    }

    private func infusing() throws -> SessionScript {
        var script = try SessionScript()
        try script.prepareToStart()
        script.wait(minutes: 5)
        try script.give(.start(samplePump()))
        return script
    }

    private static func at(_ minute: Int64) -> Int64 { SessionScript.morning + minute * Micros.perMinute }

    /// What a command's time is refused with; empty where it is taken.
    private func words(_ script: SessionScript, _ command: Command) -> String {
        switch script.refusal(of: command) {
        case .outOfRange(let problems): problems.filter { $0.field == "time" }.map(\.sentence).joined()
        case .notPossible(let why, let cure, _): "\(why): \(cure)"
        case nil: ""
        case .wrongState, .missing, .unusual: "another refusal"
        }
    }

    @Test(arguments: [
        (6, "the pause at 08:06:00 lies before the pause at 08:15:00, 15 min ago, which would then fit nothing"),
        (16, "the pause at 08:16:00 fits nothing: it was paused since the pause at 08:15:00, 15 min ago"),
        (4, "the pause at 08:04:00 lies before the start at 08:05:00, 25 min ago"),
        (17, ""), (25, ""),
    ])
    func `A pause before another pause never leaves PAUSED beside a running dose`(minute: Int64, words: String) throws {
        var script = try paused()
        let pause = Command.pause(nil, observedAtMicros: Self.at(minute))
        guard words.isEmpty else {
            #expect(self.words(script, pause).hasPrefix(words), "\(self.words(script, pause))")
            #expect(self.words(script, pause).contains(": check the time, or void"))
            return
        }
        try script.give(pause)
        #expect(script.session.phase == .paused)
        #expect(script.session.curve.state(at: script.now.sessionMicros) == .paused)
        #expect(script.session.dose(at: script.now)?.givenMicrograms == (Int(minute) - 5 - 2) * 1000)
    }

    @Test(arguments: [(4, false), (5, true), (16, true), (30, true)])
    func `A rate change before the start is refused, not shown and ignored`(minute: Int64, isTaken: Bool) throws {
        let script = try paused()
        let change = Command.changeRate(rateMicrolitersPerHour: 30_000, observedAtMicros: Self.at(minute))
        #expect(words(script, change).isEmpty == isTaken, "\(words(script, change))")
    }

    @Test(arguments: [(14, false), (15, true), (20, true), (30, true), (31, false)])
    func `A resume is recorded at its own time, inside its pause`(minute: Int64, isTaken: Bool) throws {
        var script = try infusing()
        script.wait(minutes: 10)
        try script.give(.pause(nil))
        script.wait(minutes: 15)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        let resume = Command.resume(
            pauseReason: Self.bp,
            prescriberDecision: nil,
            observedAtMicros: Self.at(minute)
        )
        #expect(words(script, resume).isEmpty == isTaken, "\(words(script, resume))")
        guard isTaken else { return }
        try script.give(resume)
        #expect(script.session.dose(at: script.now)?.givenMicrograms == (10 + 30 - Int(minute)) * 1000)
    }

    @Test(arguments: [(29, false), (31, true)])
    func `A pause is as long as it was, whenever its resume is entered`(minute: Int64, asks: Bool) throws {
        var script = try infusing()
        script.wait(minutes: 10)
        try script.give(.pause(nil))
        script.wait(minutes: 20)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        let resume = Command.resume(
            pauseReason: Self.bp,
            prescriberDecision: nil,
            observedAtMicros: Self.at(minute)
        )
        guard case .missing(_, let needs)? = script.refusal(of: resume) else {
            #expect(!asks)
            return
        }
        #expect(needs.map(\.code).contains("pause.decision") == asks)
    }

    @Test(arguments: [4, 10, 16])
    func `A stop before a later step is refused`(minute: Int64) throws {
        let script = try paused()
        #expect(!words(script, .stop(.completed, observedAtMicros: Self.at(minute))).isEmpty)
        #expect(words(script, .stop(.completed, observedAtMicros: Self.at(17))).isEmpty)
    }

    @Test(arguments: [
        (Command.changeRate(rateMicrolitersPerHour: 30_000, observedAtMicros: nil), "rate change at 08:05:00"),
        (.readVolume(volumeNanoliters: 0, stillInfuses: true), "pump's figure at 08:05:00"),
    ])
    func `A start is never voided from under what came after it`(command: Command, words: String) throws {
        var script = try infusing()
        let start = script.session.nextNumber - 1
        let later = try script.give(command)[0].number

        #expect(
            self.words(script, .void(target: start, reason: late))
                == "Without it the \(words), under 1 min ago would fit nothing: void that one first"
        )

        try script.give(.void(target: later, reason: late))
        try script.give(.void(target: start, reason: late))
        #expect(script.session.phase == .ready)
        #expect(script.session.dose(at: script.now) == nil)
    }

    @Test func `A void names the step that has to be voided first, with its time`() throws {
        let script = try paused()
        let pause = try #require(script.session.entries.first { $0.body == .infusionPaused(nil) }).number
        #expect(
            words(script, .void(target: pause, reason: late)).contains("void the resume at 08:17:00, 13 min ago first")
        )
    }

    /// Minutes after check-in of what is said to have happened, in a session paused from 15 to 17.
    @Test(arguments: [
        (Command.pause(nil), 10, false), (.pause(nil), 20, true),
        (.changeRate(rateMicrolitersPerHour: 200_000, observedAtMicros: nil), 4, false),
        (.changeRate(rateMicrolitersPerHour: 200_000, observedAtMicros: nil, confirmedUnusual: true), 20, true),
        (.stop(.completed, observedAtMicros: nil), 16, false), (.stop(.completed, observedAtMicros: nil), 20, true),
    ])
    func `What has already happened cannot contradict what was recorded`(
        command: Command,
        minute: Int64,
        isTaken: Bool
    ) throws {
        let script = try paused()
        let happened = Command.alreadyHappened(command, reason: late, observedAtMicros: Self.at(minute))
        #expect((script.refusal(of: happened) == nil) == isTaken, "\(String(describing: script.refusal(of: happened)))")
    }

    @Test func `Nobody was ready to leave before the dose ended`() throws {
        var script = try infusing()
        script.wait(minutes: 40)
        try script.give(.stop(.completed, observedAtMicros: nil))
        script.wait(minutes: 5)
        let ready = Command.alreadyHappened(.markReadyToLeave, reason: late, observedAtMicros: Self.at(44))
        #expect(
            words(script, ready)
                == "the READY TO LEAVE at 08:44:00 fits nothing: it was running since the start at 08:05:00, 45 min ago: "
                + "check the time, or void that one first"
        )
    }

    @Test func `A start before the first set stands without a baseline and says so`() throws {
        var script = try SessionScript()
        script.wait(minutes: 20)
        try script.prepareToStart()
        script.wait(minutes: 1)
        let early = Command.start(samplePump(), observedAtMicros: Self.at(18))
        guard case .missing(.start, let needs)? = script.refusal(of: early) else {
            Issue.record("a start before its baseline was taken")
            return
        }
        #expect(needs.map(\.code) == ["baseline", "start.time"])
        #expect(script.refusal(of: .start(samplePump(), observedAtMicros: Self.at(20))) == nil)
    }

    /// A record in which an earlier version let a pause be dated back into another one.
    private func contradicting() throws -> SessionScript {
        var script = try paused()
        let event = Event(
            number: script.session.nextNumber,
            at: script.now,
            observedAtMicros: Self.at(16),
            author: script.nurse,
            body: .infusionPaused(nil)
        )
        script.session.apply(event)
        return script
    }

    @Test func `A record that contradicts itself is opened, says so, and still takes what is done now`() throws {
        let script = try contradicting()
        let number = script.session.nextNumber - 1
        #expect(script.session.openList.map(\.number) == [number])
        #expect(script.session.openList.map(\.kind) == [.contradiction])
        #expect(words(script, .stop(.completed, observedAtMicros: nil)).isEmpty)
        #expect(!words(script, .stop(.completed, observedAtMicros: Self.at(10))).isEmpty)

        var mended = script
        try mended.give(.void(target: number, reason: late))
        #expect(mended.session.phase == .dosing)
        #expect(mended.session.openList.isEmpty)
    }
}
