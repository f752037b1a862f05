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
    package var curve: DoseCurve { history.doses.curve(upTo: nextNumber) }

    /// The pump's own figure, newest by when it was recorded.
    var pumpRead: (nanoliters: Int, atSessionMicros: Int64)? {
        let newest = newest(.pumpFigure) { body -> Int? in
            if case .infusionVolumeRead(let volume, _) = body { volume } else { nil }
        }
        return newest.map { ($0.value, $0.entry.observedSessionMicros) }
    }

    /// The conditions that a set raises against this session's limits and baseline; what marks a cell of the flowsheet.
    package func conditions(of vitals: Vitals) -> [AlarmCondition] {
        guard hasProtocol else { return [] }
        return AlarmCondition.evaluate(
            vitals,
            against: rules,
            baseline: doseStartMicros == nil ? nil : baseline?.vitals,
            limits: limits
        )
    }
}
