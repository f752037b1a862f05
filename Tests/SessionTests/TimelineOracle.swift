import Session

/// Where the infusion stands and what it gave, worked out the slow way from nothing but the events: all of them are
/// put in order again for each step of time.
///
/// It knows no curve and no phase of the program.
struct TimelineOracle {
    /// Times in these tests are whole steps.
    static let stepMicros: Int64 = 20 * Micros.perSecond

    struct Step {
        var number: Int
        var micros: Int64
        var kind: String
        var rate = 0
        var volume = 0
    }

    var steps: [Step] = []

    init(_ session: Session) {
        var voided: Set<Int> = []
        for event in session.entries {
            if case .entryVoided(let target, _) = event.body { voided.insert(target) }
        }
        for event in session.entries where !voided.contains(event.number) {
            let observed = event.observedAtMicros ?? event.at.utcMicros
            var step = Step(number: event.number, micros: observed - session.entries[0].at.utcMicros, kind: "")
            if case .infusionStarted(let pump) = event.body {
                (step.rate, step.volume) = (pump.rateMicrolitersPerHour, pump.volumeNanoliters)
            }
            if case .infusionRateChanged(let rate) = event.body { step.rate = rate }
            step.kind = event.body.kind
            if Self.kinds.contains(step.kind) { steps.append(step) }
        }
    }

    static let kinds = [
        "infusion.started", "infusion.paused", "infusion.resumed", "infusion.rateChanged", "infusion.stopped",
        "infusion.volumeRead", "session.readyToLeave", "session.worsened", "session.discharged", "session.returned",
    ]

    /// What a step finds and what it leaves; a step that finds anything else contradicts.
    private static let table: [(kind: String, finds: String, leaves: String)] = [
        ("infusion.started", "before", "runs"), ("infusion.paused", "runs", "paused"),
        ("infusion.resumed", "paused", "runs"), ("infusion.rateChanged", "runs", "runs"),
        ("infusion.rateChanged", "paused", "paused"), ("infusion.stopped", "runs", "ended"),
        ("infusion.stopped", "paused", "ended"), ("infusion.volumeRead", "runs", "runs"),
        ("infusion.volumeRead", "paused", "paused"), ("infusion.volumeRead", "ended", "ended"),
        ("infusion.volumeRead", "ready", "ready"), ("infusion.volumeRead", "left", "left"),
        ("session.readyToLeave", "ended", "ready"), ("session.worsened", "ready", "ended"),
        ("session.discharged", "ready", "left"), ("session.returned", "left", "ended"),
    ]

    /// Where everything up to a time leads; nil where a step contradicts.
    func state(upTo micros: Int64 = .max) -> (word: String, rate: Int, volume: Int)? {
        var state = (word: "before", rate: 0, volume: 0)
        for step in steps.sorted(by: { ($0.micros, $0.number) < ($1.micros, $1.number) }) where step.micros <= micros {
            let row = Self.table.first { $0.kind == step.kind && $0.finds == state.word }
            guard let row else { return nil }
            state.word = row.leaves
            if step.rate > 0 { state.rate = step.rate }
            if step.volume > 0 { state.volume = step.volume }
        }
        return state
    }

    /// The volume given up to a time, counted step by step.
    func givenNanoliters(at micros: Int64) -> Int {
        var numerator = 0
        var time: Int64 = 0
        var most = 0
        while time < micros {
            guard let state = state(upTo: time) else { return -1 }
            most = state.volume
            if state.word == "runs" { numerator += state.rate * Int(Self.stepMicros / Micros.perSecond) }
            time += Self.stepMicros
        }
        // A microlitre an hour for a second is 1000/3600 nL; rounded once.
        return min(most, (numerator * 10 + 18) / 36)
    }

    func newest(_ kind: String) -> Int64? {
        steps.filter { $0.kind == kind }.max { ($0.micros, $0.number) < ($1.micros, $1.number) }?.micros
    }
}
