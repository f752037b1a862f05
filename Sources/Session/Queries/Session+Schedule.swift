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

    /// The slots of vitals; nil before a start.
    func vitalsGrid(at now: Moment) -> VitalsGrid? {
        guard hasProtocol, isWatched, let start = doseStartMicros else { return nil }
        let sets = pressureSets.through(now.sessionMicros)
        let baseline = doseEndMicros == nil ? nil : baseline?.vitals
        return VitalsGrid(
            schedule: rules.schedule,
            doseStartMicros: start,
            doseEndMicros: doseEndMicros,
            newestMicros: sets.last?.observedSessionMicros,
            nowMicros: now.sessionMicros
        ) { end, due in
            let after = sets.within((end + 1, due - 1)).reversed().prefix(max(1, rules.schedule.stableSets))
            return after.count == max(1, rules.schedule.stableSets)
                && after.allSatisfy { VitalsGrid.isStable($0.vitals, baseline: baseline, rules: rules.discharge) }
        }
    }

    /// The slots of dissociation notes; nil before a start.
    private func dissociationGrid(at now: Moment) -> VitalsGrid? {
        guard hasProtocol, isWatched, let start = doseStartMicros else { return nil }
        return VitalsGrid.dissociation(
            schedule: rules.schedule,
            doseStartMicros: start,
            doseEndMicros: doseEndMicros,
            newestMicros: notesByTime.through(now.sessionMicros).last?.entry.observedSessionMicros,
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
