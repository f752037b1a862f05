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
    package func latest(_ parameter: Parameter) -> LatestReading? {
        for set in vitalsSets.reversed() {
            if let reading = set.vitals[parameter] {
                return LatestReading(
                    number: set.number,
                    reading: reading,
                    observedSessionMicros: set.observedSessionMicros,
                    observedUTCMicros: set.observedUTCMicros
                )
            }
        }
        return nil
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
        return newest
    }

    /// The newest dissociation note that counts.
    package var latestDissociation: (value: Dissociation, entry: EffectiveEntry)? {
        newest { if case .dissociationRecorded(let value) = $0 { value } else { nil } }
    }
}
