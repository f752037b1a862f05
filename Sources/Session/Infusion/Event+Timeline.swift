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
    func phase(from phase: Phase) -> Phase? {
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
