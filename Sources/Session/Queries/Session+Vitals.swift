extension Session {
    /// The sets that count, by the time they were observed.
    package var vitalsSets: ByTime<VitalsSet> {
        ByTime(.vitals, of: self, plain: { VitalsSet($0) }, make: { VitalsSet($0) })
    }

    /// Whether a set that counts was corrected.
    package var hasCorrectedSets: Bool {
        counted(history.topics.amendments(of: .vitals)).reversed().contains { number in
            guard case .entryAmended(let target, _, _) = history.events[number].body, target < nextNumber else {
                return false
            }
            return !isVoided(target) && VitalsSet(entry(target)) != nil
        }
    }

    /// The newest reading of a parameter; older readings are never carried into a newer set.
    ///
    /// Sedation is scored with a set or with a note on dissociation: whichever was observed last is the current one.
    package func latest(_ parameter: Parameter) -> LatestReading? { readings(of: parameter).last }

    /// The readings of a parameter, by the time they were observed.
    package func readings(of parameter: Parameter) -> ByTime<LatestReading> {
        ByTime(.reading(parameter), of: self) { entry in
            entry.reading(of: parameter).map { LatestReading($0, in: entry) }
        }
    }

    /// Those of them that stand in a set.
    func setReadings(of parameter: Parameter) -> ByTime<LatestReading> {
        ByTime(.reading(parameter), of: self) { entry in
            VitalsSet(entry)?.vitals[parameter].map { LatestReading($0, in: entry) }
        }
    }

    /// The newest value of a parameter among some of its readings.
    func newestValue(_ readings: ByTime<LatestReading>) -> LatestReading? { readings.last { $0.reading.value != nil } }

    /// The sets with a blood pressure that was measured, by the time they were observed.
    var pressureSets: ByTime<VitalsSet> {
        ByTime(.reading(.systolicMmHg), of: self) { entry in
            VitalsSet(entry).flatMap { $0.vitals.hasBloodPressure ? $0 : nil }
        }
    }

    /// The baseline: what was measured before the first dose, as one set; see `BaselineEvidence`.
    ///
    /// Of all that was measured only what can be of it is looked at: the newest value of each parameter, the newest
    /// pressure, and the one that it can repeat.
    package var baseline: VitalsSet? {
        let start = doseStartMicros
        var evidence = BaselineEvidence()
        for parameter in Parameter.allCases {
            guard let newest = newestValue(readings(of: parameter).through(start ?? .max)) else { continue }
            evidence.take(
                Vitals([parameter: newest.reading]),
                number: newest.number,
                atMicros: newest.observedSessionMicros
            )
        }
        let pressures = pressureSets.through(start ?? .max)
        if let newest = pressures.last {
            let times = BaselineEvidence.repeated(by: newest.observedSessionMicros, rules)
            for set in [pressures.within(times).last, newest].compactMap(\.self) {
                evidence.take(set.vitals, number: set.number, atMicros: set.observedSessionMicros)
            }
        }
        return evidence.baseline(until: start, rules: rules)
    }

    /// The limits that hold: the protocol's, or those that the go-ahead on a baseline outside its range carries.
    package var limits: [Parameter: AlarmLimits] {
        let carries = counted(history.topics.goAheads).last { number in
            guard !isVoided(number), case .overrideGranted(let decision) = entry(number).body else { return false }
            return decision.carriesOwnLimits
        }
        return carries == nil ? rules.limits : goAheadLimits
    }

    /// The limits that a go-ahead on this baseline would carry.
    package var goAheadLimits: [Parameter: AlarmLimits] {
        GoAheadLimits.limits(of: rules, baseline: baseline?.vitals)
    }

    /// The dissociation notes that count, by the time they were observed; of two of one time the one entered later is the newer.
    package var notesByTime: ByTime<(note: Dissociation, entry: EffectiveEntry)> { notes(.notes) { _ in true } }

    /// Those that say whether the patient is distressed, by the time they were observed.
    func notes(ofDistress isDistressed: Bool) -> ByTime<(note: Dissociation, entry: EffectiveEntry)> {
        notes(.distress(isDistressed)) { $0.isDistressed == isDistressed }
    }

    /// Those with a score, by the time they were observed.
    func notes(ofScore score: Int) -> ByTime<(note: Dissociation, entry: EffectiveEntry)> {
        notes(.score(score)) { $0.score == score }
    }

    private func notes(
        _ subject: TimeLists.Subject,
        where isWanted: @escaping @Sendable (Dissociation) -> Bool
    ) -> ByTime<(note: Dissociation, entry: EffectiveEntry)> {
        ByTime(subject, of: self) { entry in
            guard case .dissociationRecorded(let note) = entry.body, isWanted(note) else { return nil }
            return (note, entry)
        }
    }

    /// The dissociation note that counts and was observed last: a late entry of an earlier look is not the newest.
    package var latestDissociation: (value: Dissociation, entry: EffectiveEntry)? {
        notesByTime.last.map { ($0.note, $0.entry) }
    }
}

extension EffectiveEntry {
    /// The reading of a parameter: of a set, or scored with a note that was never a set.
    fileprivate func reading(of parameter: Parameter) -> Reading? {
        if case .vitalsRecorded = event.body { return VitalsSet(self)?.vitals[parameter] }
        guard case .dissociationRecorded(let note) = body else { return nil }
        return note[parameter]
    }
}

extension VitalsSet {
    /// The set that an entry is which nothing was laid over.
    fileprivate init?(_ event: Event) {
        guard case .vitalsRecorded(let vitals) = event.body else { return nil }
        self.init(
            number: event.number,
            vitals: vitals,
            observedSessionMicros: event.observedSessionMicros,
            observedUTCMicros: event.observedUTCMicros,
            isAmended: false
        )
    }

    /// The set that an entry is: it was one from the first, and no correction made anything else of it.
    fileprivate init?(_ entry: EffectiveEntry) {
        guard case .vitalsRecorded = entry.event.body, case .vitalsRecorded(let vitals) = entry.body else { return nil }
        self.init(
            number: entry.event.number,
            vitals: vitals,
            observedSessionMicros: entry.observedSessionMicros,
            observedUTCMicros: entry.observedUTCMicros,
            isAmended: entry.amendedBy != nil
        )
    }
}

extension LatestReading {
    fileprivate init(_ reading: Reading, in entry: EffectiveEntry) {
        self.init(
            number: entry.event.number,
            reading: reading,
            observedSessionMicros: entry.observedSessionMicros,
            observedUTCMicros: entry.observedUTCMicros
        )
    }
}
