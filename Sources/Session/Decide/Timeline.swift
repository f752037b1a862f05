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
        steps = session.sparseEntries.filter { $0.body.isTimelineStep }.sorted {
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

extension Event.Body {
    /// Whether its time has to agree with the times of the infusion's other steps.
    var isTimelineStep: Bool { timelineWord != nil }

    /// What a step is called in a refusal; nil for what is no step.
    var timelineWord: String? {
        switch traits.doseChange {
        case .started: return "start"
        case .paused: return "pause"
        case .resumed: return "resume"
        case .rate: return "rate change"
        case .stopped: return "stop"
        case nil: break
        }
        if case .infusionVolumeRead = self { return "pump's figure" }
        switch traits.phase {
        case .observing: return "return to OBSERVING"
        case .dischargeReady: return "READY TO LEAVE"
        case .discharged: return "discharge"
        case .screening, .ready, .dosing, .paused, .cancelled, .closed, nil: return nil
        }
    }

    /// Where a step leads from a phase; nil where it fits nothing.
    ///
    /// What stands before the start counts as `ready`.
    fileprivate func phase(from phase: Phase) -> Phase? {
        let runs = phase == .dosing || phase == .paused
        switch traits.doseChange {
        case .started: return phase == .ready || phase == .observing ? .dosing : nil
        case .paused: return phase == .dosing ? .paused : nil
        case .resumed: return phase == .paused ? .dosing : nil
        case .rate: return runs ? phase : nil
        case .stopped: return runs ? .observing : nil
        case nil: break
        }
        switch traits.phase {
        case .observing: return phase == .dischargeReady || phase == .discharged ? .observing : nil
        case .dischargeReady: return phase == .observing ? .dischargeReady : nil
        case .discharged: return phase == .dischargeReady ? .discharged : nil
        // What is left is the pump's own figure, which is read from a pump that was started.
        case .screening, .ready, .dosing, .paused, .cancelled, .closed, nil: return phase == .ready ? nil : phase
        }
    }
}
