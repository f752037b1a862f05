/// The steps of an infusion in the order in which they were true, and those of them that fit nothing there.
///
/// The phase follows the order of recording, the dose the order of time: word and drug agree only where every step
/// finds the state that it changes. A record from before this was asked for may hold steps that do not; it is folded
/// for ever as it stands, and they are named.
struct Timeline: Hashable, Sendable {
    /// A step that fits nothing, with what it found.
    struct Misfit: Hashable, Sendable {
        var step: EffectiveEntry
        /// Where the infusion stood at its time; `ready` before the start.
        var found: Phase
        /// The step that had led there; nil before the start.
        var since: EffectiveEntry?
    }

    /// By the time they were true, entries of one time by their numbers.
    private(set) var steps: [EffectiveEntry]
    private(set) var misfits: [Misfit] = []
    /// Where the steps lead; `ready` without a start.
    private(set) var phase = Phase.ready

    init(_ session: Session) {
        let entries = session.entries(of: .start, .infusion, .pumpFigure, .readyToLeave, .setback, .step)
        steps = entries.filter { $0.body.isTimelineStep }.sorted {
            ($0.observedSessionMicros, $0.event.number) < ($1.observedSessionMicros, $1.event.number)
        }
        var since: EffectiveEntry?
        for step in steps {
            guard let next = step.body.phase(from: phase) else {
                misfits.append(Misfit(step: step, found: phase, since: since))
                continue
            }
            if next != phase { since = step }
            phase = next
        }
    }
}
