extension Session {
    /// Takes an event into the state.
    ///
    /// It has no opinions: whatever was recorded once is folded again for ever. Only a gap in the numbers is a broken
    /// invariant.
    package mutating func apply(_ event: Event) {
        precondition(event.number == entries.count, "event \(event.number) applied where \(entries.count) was due")
        entries.append(event)
        switch event.body {
        case .entryAmended(let target, let replacement, _):
            amendedBy[target] = event.number
            if replacement.isTransition { refoldPhase() }
        case .entryVoided(let target, _):
            voidedBy[target] = event.number
            if entries.indices.contains(target), entries[target].body.isTransition { refoldPhase() }
        case .vitalsRecorded:
            vitalsNumbers.append(event.number)
        case .noteRecorded: break
        case let body:
            sparseNumbers.append(event.number)
            if body.doseChange != nil { doseNumbers.append(event.number) }
            if body.isTransition {
                transitionNumbers.append(event.number)
                phase = body.phase(from: phase)
            }
        }
    }

    /// Works the phase out again from the transitions that count, after one was voided.
    private mutating func refoldPhase() {
        phase = transitionNumbers.filter { voidedBy[$0] == nil }
            .reduce(.screening) { entry($1).body.phase(from: $0) }
    }
}

extension Event.Body {
    /// Whether it moves the session to another phase.
    package var isTransition: Bool { phase(from: .closed) != .closed || self == .sessionClosed }

    /// The phase after this event, from the phase before it.
    func phase(from phase: Phase) -> Phase {
        switch self {
        case .sessionOpened, .screeningReopened: .screening
        case .sessionReady: .ready
        case .infusionStarted, .infusionResumed: .dosing
        case .infusionPaused: .paused
        case .infusionStopped, .sessionWorsened, .sessionReturned: .observing
        case .sessionReadyToLeave: .dischargeReady
        case .sessionDischarged: .discharged
        case .sessionCancelled: .cancelled
        case .sessionClosed: .closed
        case .identityConfirmed, .screeningAnswered, .orderPlaced, .timeoutConfirmed, .accessPlaced, .accessChecked,
            .accessLost, .accessRemoved, .infusionRateChanged, .infusionVolumeRead, .vitalsRecorded, .vitalsNotDone,
            .dissociationRecorded, .noteRecorded, .drugDrawn, .drugWasted, .drugReturned, .checklistAnswered,
            .criteriaMet, .overrideGranted, .deviationRecorded, .sessionMoved, .entryAmended, .entryVoided,
            .stationWasOff, .entryLost, .unknown:
            phase
        }
    }
}
