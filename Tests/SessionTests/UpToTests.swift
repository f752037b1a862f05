import Session
import TestSupport
import Testing

/// A session up to a count beside the fold of its first so many events.
///
/// `VIGIL_SEED` of a failure repeats it as the first sequence; with `VIGIL_SWEEP` every count of every session is asked.
@Suite struct `A session up to a count` {
    private struct Run {
        var rules: InfusionProtocol?
        var events: [Event]
        var random: SeededRandom

        /// A session as nurses make them, or every other time a record that no command leads to.
        init(_ seed: UInt64) throws {
            var run = try SafetyRun(seed: seed)
            for _ in 0..<70 where !run.isOver { for command in run.turn() { _ = run.give(command) } }
            let whole = Array(run.script.session.entries)
            random = SeededRandom(seed: seed)
            events = seed % 2 == 0 ? whole : OddRecord(whole, seed: seed).events
            rules = seed % 8 == 7 ? nil : run.script.session.rules
        }

        var session: Session { Session(id: "s", rules: rules, events: events) }

        mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

        /// The newest entry's time, or some minutes later.
        mutating func moment(_ session: Session) -> Moment {
            var now = session.entries.last?.at ?? Moment(utcMicros: SessionScript.morning, sessionMicros: 0)
            let passed = Int64(below(2) * below(40)) * Micros.perMinute
            now.utcMicros += passed
            now.sessionMicros += passed
            return now
        }
    }

    @Test func `answers everything as the fold of its first events does`() throws {
        let sequences = Sweep.count(8, whole: 100_000)
        // A sample of the counts, so that a run of all tests asks some fifty.
        let share = sequences == 8 ? 16 : 1
        var asked = 0
        for sequence in 0..<sequences {
            let seed = SeededRandom.runSeed &+ UInt64(sequence)
            var run = try Run(seed)
            let whole = run.session
            var fold = Session(id: "s", rules: run.rules)
            for count in 0...run.events.count {
                if run.below(share) == 0 {
                    let view = whole.upTo(count)
                    let now = run.moment(fold)
                    let differences = SessionAnswers(view, at: now).differences(from: SessionAnswers(fold, at: now))
                    try #require(differences == [], "VIGIL_SEED=\(seed), \(count) of \(run.events.count)")
                    try #require(view == fold && view.hashValue == fold.hashValue, "VIGIL_SEED=\(seed), \(count)")
                    asked += 1
                }
                if count < run.events.count { fold.apply(run.events[count]) }
            }
        }
        #expect(asked > sequences)
        print("sessions up to a count: VIGIL_SEED=\(SeededRandom.runSeed), \(asked) counts of \(sequences) sessions")
    }

    @Test func `goes a way of its own where events are applied to it`() throws {
        for sequence in 0..<Sweep.count(3, whole: 10_000) {
            let seed = SeededRandom.runSeed &+ UInt64(sequence)
            var run = try Run(seed)
            let whole = run.session
            let count = run.below(run.events.count)
            var other = run.events[count]
            other.body = .noteRecorded("another way")

            var view = whole.upTo(count)
            view.apply(other)

            let fold = Session(id: "s", rules: run.rules, events: run.events[..<count] + [other])
            let now = run.moment(fold)
            let differences = SessionAnswers(view, at: now).differences(from: SessionAnswers(fold, at: now))
            #expect(differences == [], "VIGIL_SEED=\(seed), \(count) of \(run.events.count)")
            #expect(view == fold && view != whole.upTo(count + 1), "VIGIL_SEED=\(seed)")
            #expect(whole == run.session, "VIGIL_SEED=\(seed)")
        }
    }

    @Test func `is itself up to its own count, and nothing of what came later up to another's`() throws {
        var script = try SessionScript()
        try script.finishDose()
        let session = script.session

        #expect(session.upTo(session.nextNumber) == session)
        #expect(session.upTo(.max) == session)
        #expect(session.upTo(5).upTo(9) == session.upTo(5))
        #expect(session.upTo(-1).entries.isEmpty && session.upTo(0).phase == .screening)
        #expect(session.upTo(1).order == nil && session.order != nil)
        #expect(session.phase == .observing && session.upTo(session.nextNumber - 1).phase == .dosing)
    }
}
