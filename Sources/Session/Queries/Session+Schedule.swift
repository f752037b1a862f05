extension Session {
    /// The vitals set that is due; nil outside dosing, pause and observation.
    ///
    /// It is overdue once what the infusion is watched by is too old, whatever the grid says.
    package func vitalsDue(at now: Moment) -> Due? {
        guard let grid = vitalsGrid(at: now), var due = grid.next else { return nil }
        if overdue(at: now, grid) != nil { due.state = .overdue }
        return due
    }

    /// The dissociation note that is due; nil outside dosing, pause and observation.
    package func dissociationDue(at now: Moment) -> Due? { dissociationGrid(at: now)?.next }

    /// The slots of vitals and how they were met; nil before a start.
    package func vitalsGrid(at now: Moment) -> VitalsGrid? {
        guard hasProtocol, isWatched, let start = doseStartMicros else { return nil }
        let baseline = baseline?.vitals
        let entries = vitalsSets.filter { $0.vitals.hasBloodPressure }.map {
            VitalsGrid.Entry(
                sessionMicros: $0.observedSessionMicros,
                isStable: VitalsGrid.isStable($0.vitals, baseline: baseline, rules: rules.discharge)
            )
        }
        return VitalsGrid(
            schedule: rules.schedule,
            doseStartMicros: start,
            doseEndMicros: doseEndMicros,
            sets: entries,
            nowMicros: now.sessionMicros
        )
    }

    /// The slots of dissociation notes; nil before a start.
    package func dissociationGrid(at now: Moment) -> VitalsGrid? {
        guard hasProtocol, isWatched, let start = doseStartMicros else { return nil }
        let notes = sparseEntries.compactMap { entry -> Int64? in
            if case .dissociationRecorded = entry.body { entry.observedSessionMicros } else { nil }
        }
        return VitalsGrid.dissociation(
            schedule: rules.schedule,
            doseStartMicros: start,
            doseEndMicros: doseEndMicros,
            notesMicros: notes.sorted(),
            nowMicros: now.sessionMicros
        )
    }

    private var isWatched: Bool {
        switch phase {
        case .dosing, .paused, .observing, .dischargeReady: true
        case .screening, .ready, .discharged, .cancelled, .closed: false
        }
    }
}
