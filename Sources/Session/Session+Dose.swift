extension Session {
    /// The dose so far; nil before a start.
    package func dose(at now: Moment) -> DoseState? {
        guard doseStartMicros != nil else { return nil }
        let curve = curve
        let micros = now.sessionMicros
        return DoseState(
            givenNanoliters: curve.givenNanoliters(at: micros),
            givenMicrograms: curve.givenMicrograms(at: micros),
            programmedNanoliters: curve.programmedNanoliters(at: micros),
            programmedMicrograms: curve.programmedMicrograms(at: micros),
            rateMicrolitersPerHour: curve.rateMicrolitersPerHour(at: micros),
            remainingMicros: curve.timeLeftMicros(at: micros),
            isCompleteByCalculation: curve.isCompleteByCalculation(at: micros),
            pumpReadNanoliters: pumpRead?.nanoliters,
            pumpReadAtSessionMicros: pumpRead?.atSessionMicros
        )
    }

    /// The drug over session time, from the dose changes that count, by when they were true.
    package var curve: DoseCurve {
        DoseCurve(
            doseNumbers.compactMap { number in
                let entry = entry(number)
                guard !entry.isVoided, let change = entry.body.doseChange else { return nil }
                return (entry.observedSessionMicros, change)
            }
        )
    }

    /// The pump's own figure, newest by when it was recorded.
    var pumpRead: (nanoliters: Int, atSessionMicros: Int64)? {
        let newest = newest { body -> Int? in
            if case .infusionVolumeRead(let volume, _) = body { volume } else { nil }
        }
        return newest.map { ($0.value, $0.entry.observedSessionMicros) }
    }

    /// The limits that the newest readings are at or beyond, and what the newest note on the mind raises, highest
    /// priority first.
    package var conditions: [AlarmCondition] {
        let sets = vitalsSets
        var newest = Vitals()
        for parameter in Parameter.allCases {
            newest[parameter] = readings(of: parameter, among: sets).last?.reading
        }
        let found = AlarmCondition.evaluate(
            newest,
            against: rules,
            baseline: doseStartMicros == nil ? nil : baseline(among: sets)?.vitals
        )
        let mind = latestDissociation.map { AlarmCondition.evaluate($0.value) } ?? []
        return (found + mind).enumerated()
            .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }
            .map(\.element)
    }
}

extension Event.Body {
    /// The change this event makes to the rate at which the drug runs; nil for all others.
    var doseChange: DoseCurve.Change? {
        switch self {
        case .infusionStarted(let pump): .started(pump)
        case .infusionPaused: .paused
        case .infusionResumed: .resumed
        case .infusionRateChanged(let rate): .rate(microlitersPerHour: rate)
        case .infusionStopped: .stopped
        case .sessionOpened, .identityConfirmed, .screeningAnswered, .orderPlaced, .timeoutConfirmed, .accessPlaced,
            .accessChecked, .accessLost, .accessRemoved, .sessionReady, .screeningReopened, .infusionVolumeRead,
            .vitalsRecorded, .vitalsNotDone, .dissociationRecorded, .noteRecorded, .drugDrawn, .drugWasted,
            .drugReturned, .checklistAnswered, .criteriaMet, .overrideGranted, .deviationRecorded,
            .sessionReadyToLeave, .sessionWorsened, .sessionDischarged, .sessionReturned, .sessionCancelled,
            .sessionClosed, .sessionMoved, .entryAmended, .entryVoided, .stationWasOff, .entryLost,
            .unknown:
            nil
        }
    }
}
