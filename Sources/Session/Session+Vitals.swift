/// A set of vitals that counts, and when it was true.
package struct VitalsSet: Hashable, Sendable {
    package var number: Int
    package var vitals: Vitals
    package var observedSessionMicros: Int64
    package var observedUTCMicros: Int64
    package var isAmended: Bool
}

/// A parameter's newest reading, and when it was true.
package struct LatestReading: Hashable, Sendable {
    package var number: Int
    package var reading: Reading
    package var observedSessionMicros: Int64
    package var observedUTCMicros: Int64
}

extension Session {
    /// The sets that count, by the time they were observed.
    package var vitalsSets: [VitalsSet] {
        vitalsNumbers.compactMap { number -> VitalsSet? in
            let entry = entry(number)
            guard !entry.isVoided, case .vitalsRecorded(let vitals) = entry.body else { return nil }
            return VitalsSet(
                number: number,
                vitals: vitals,
                observedSessionMicros: entry.observedSessionMicros,
                observedUTCMicros: entry.observedUTCMicros,
                isAmended: entry.amendedBy != nil
            )
        }
        .sorted { ($0.observedSessionMicros, $0.number) < ($1.observedSessionMicros, $1.number) }
    }

    /// The newest reading of a parameter; older readings are never carried into a newer set.
    ///
    /// Sedation is scored with a set or with a note on dissociation: whichever was observed last is the current one.
    package func latest(_ parameter: Parameter) -> LatestReading? { readings(of: parameter, among: vitalsSets).last }

    /// The readings of a parameter, by the time they were observed.
    func readings(of parameter: Parameter, among sets: [VitalsSet]) -> [LatestReading] {
        let measured = sets.compactMap { set in
            set.vitals[parameter].map {
                LatestReading(
                    number: set.number,
                    reading: $0,
                    observedSessionMicros: set.observedSessionMicros,
                    observedUTCMicros: set.observedUTCMicros
                )
            }
        }
        guard parameter.facts.isScoredWithNotes else { return measured }
        let noted = sparseEntries.compactMap { entry -> LatestReading? in
            guard case .dissociationRecorded(let note) = entry.body, let reading = note[parameter] else { return nil }
            return LatestReading(
                number: entry.event.number,
                reading: reading,
                observedSessionMicros: entry.observedSessionMicros,
                observedUTCMicros: entry.observedUTCMicros
            )
        }
        return (measured + noted)
            .sorted { ($0.observedSessionMicros, $0.number) < ($1.observedSessionMicros, $1.number) }
    }

    /// The baseline: for each parameter the last reading before the first dose, as one set.
    package var baseline: VitalsSet? { baseline(among: vitalsSets) }

    func baseline(among sets: [VitalsSet]) -> VitalsSet? {
        let start = doseStartMicros ?? .max
        let before = sets.filter { $0.observedSessionMicros <= start }
        guard var newest = before.last else { return nil }
        for set in before.reversed() {
            for (parameter, reading) in set.vitals.readings where newest.vitals[parameter] == nil {
                newest.vitals[parameter] = reading
            }
        }
        for parameter in Parameter.allCases where parameter.facts.isScoredWithNotes {
            let last = readings(of: parameter, among: before).last { $0.observedSessionMicros <= start }
            newest.vitals[parameter] = last?.reading
        }
        return newest
    }

    /// The dissociation note that counts and was observed last: a late entry of an earlier look is not the newest.
    package var latestDissociation: (value: Dissociation, entry: EffectiveEntry)? {
        let notes = sparseEntries.compactMap { entry -> (value: Dissociation, entry: EffectiveEntry)? in
            if case .dissociationRecorded(let value) = entry.body { (value, entry) } else { nil }
        }
        return notes.max {
            ($0.entry.observedSessionMicros, $0.entry.event.number)
                < ($1.entry.observedSessionMicros, $1.entry.event.number)
        }
    }
}
