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

    /// The baseline: what was measured before the first dose, as one set; see `BaselineEvidence`.
    package var baseline: VitalsSet? {
        let start = doseStartMicros
        var evidence = BaselineEvidence()
        for set in vitalsSets where set.observedSessionMicros <= start ?? .max {
            evidence.take(set.vitals, number: set.number, atMicros: set.observedSessionMicros)
        }
        for (note, entry) in dissociationNotes where entry.observedSessionMicros <= start ?? .max {
            var scored = Vitals()
            for parameter in Parameter.allCases where parameter.facts.isScoredWithNotes {
                scored[parameter] = note[parameter]
            }
            evidence.take(scored, number: entry.event.number, atMicros: entry.observedSessionMicros)
        }
        return evidence.baseline(until: start, rules: rules)
    }

    /// The limits that hold: the protocol's, or those that the go-ahead on a baseline outside its range carries.
    package var limits: [Parameter: AlarmLimits] {
        let carries = newest { body -> Bool? in
            if case .overrideGranted(let decision) = body, decision.carriesOwnLimits { true } else { nil }
        }
        return carries == nil ? rules.limits : goAheadLimits
    }

    /// The limits that a go-ahead on this baseline would carry.
    package var goAheadLimits: [Parameter: AlarmLimits] {
        GoAheadLimits.limits(of: rules, baseline: baseline?.vitals)
    }

    /// The dissociation notes that count, in the order they were recorded.
    package var dissociationNotes: [(note: Dissociation, entry: EffectiveEntry)] {
        sparseEntries.compactMap { entry in
            if case .dissociationRecorded(let note) = entry.body { (note, entry) } else { nil }
        }
    }

    /// The same by the time they were observed; of two of one time the one entered later is the newer.
    var dissociationNotesByTime: [(note: Dissociation, entry: EffectiveEntry)] {
        dissociationNotes.sorted {
            ($0.entry.observedSessionMicros, $0.entry.event.number)
                < ($1.entry.observedSessionMicros, $1.entry.event.number)
        }
    }

    /// The dissociation note that counts and was observed last: a late entry of an earlier look is not the newest.
    package var latestDissociation: (value: Dissociation, entry: EffectiveEntry)? {
        dissociationNotesByTime.last.map { ($0.note, $0.entry) }
    }
}
