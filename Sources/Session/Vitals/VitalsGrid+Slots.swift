extension VitalsGrid {
    /// The grid of vitals: every so often from the dose start, then from the dose end, with the mandatory times put in.
    ///
    /// After a restart the dose has no end and the grid of dosing goes on from the first start. Give every set with a
    /// blood pressure; those later than `nowMicros` are left out.
    package init(
        schedule: VitalsSchedule,
        doseStartMicros: Int64,
        doseEndMicros: Int64?,
        sets: [Entry],
        nowMicros: Int64
    ) {
        let entries = Self.known(sets, at: nowMicros)
        var dues = Self.dosing(schedule, from: doseStartMicros, to: doseEndMicros, now: nowMicros)
        if let end = doseEndMicros { dues += Self.recovery(schedule, from: end, entries: entries, now: nowMicros) }
        let mandatory = schedule.mandatoryMinutes.map { doseStartMicros + Int64($0) * Micros.perMinute }
        // A mandatory set stands in for one of the grid close by, or two would be asked for within minutes.
        let near = Int64(schedule.dosingEveryMinutes) * Micros.perMinute / 2
        dues.removeAll { due in mandatory.contains { abs($0 - due) < near } }
        self.init(
            slots: Self.slots(
                dues + mandatory,
                mandatory: Set(mandatory),
                from: doseStartMicros,
                late: Margin(minutes: schedule.lateAfterMinutes, percent: schedule.lateAfterPercent)
            ),
            entries: entries,
            startMicros: doseStartMicros,
            nowMicros: nowMicros
        )
    }

    /// The times at which dissociation is due: some from the dose start, some after the dose end.
    package static func dissociation(
        schedule: VitalsSchedule,
        doseStartMicros: Int64,
        doseEndMicros: Int64?,
        notesMicros: [Int64],
        nowMicros: Int64
    ) -> VitalsGrid {
        var dues = schedule.dissociationMinutes.map { doseStartMicros + Int64($0) * Micros.perMinute }
        if let end = doseEndMicros {
            dues += schedule.dissociationAfterEndMinutes.map { end + Int64($0) * Micros.perMinute }
        }
        let notes = notesMicros.map { Entry(sessionMicros: $0, isStable: true) }
        return VitalsGrid(
            slots: slots(
                dues,
                mandatory: [],
                from: doseStartMicros,
                late: Margin(minutes: schedule.lateAfterMinutes, percent: schedule.lateAfterPercent)
            ),
            entries: known(notes, at: nowMicros),
            startMicros: doseStartMicros,
            nowMicros: nowMicros
        )
    }

    /// A grid is cut here; at ten minutes it is a month, and a session that old is nobody's.
    private static let longest = 5000

    private static func known(_ entries: [Entry], at now: Int64) -> [Entry] {
        entries.filter { $0.sessionMicros <= now }.sorted { $0.sessionMicros < $1.sessionMicros }
    }

    private static func dosing(_ schedule: VitalsSchedule, from start: Int64, to end: Int64?, now: Int64) -> [Int64] {
        let step = Int64(max(1, schedule.dosingEveryMinutes)) * Micros.perMinute
        var dues: [Int64] = []
        var due = start + step
        while due <= end ?? (now + 3 * step), dues.count < longest {
            dues.append(due)
            due += step
        }
        return dues
    }

    /// From the dose end by the short interval, and by the long one after a slot at whose window's end the newest
    /// sets are all stable; an unstable set brings the short one back.
    private static func recovery(
        _ schedule: VitalsSchedule,
        from end: Int64,
        entries: [Entry],
        now: Int64
    ) -> [Int64] {
        let short = Int64(max(1, schedule.recoveryEveryMinutes)) * Micros.perMinute
        let long = Int64(max(1, schedule.recoveryStableEveryMinutes)) * Micros.perMinute
        let after = entries.filter { $0.sessionMicros > end }
        var dues: [Int64] = []
        var due = end + short
        // Three slots past now, so that the next one's window has its end.
        var ahead = 0
        var seen = 0
        var stableInARow = 0
        while ahead < 3, dues.count < longest {
            dues.append(due)
            if due > now { ahead += 1 }
            while seen < after.count, after[seen].sessionMicros < due + short / 2 {
                stableInARow = after[seen].isStable ? stableInARow + 1 : 0
                seen += 1
            }
            due += stableInARow >= max(1, schedule.stableSets) ? long : short
        }
        return dues
    }

    private static func slots(_ dues: [Int64], mandatory: Set<Int64>, from start: Int64, late: Margin) -> [Slot] {
        let dues = Set(dues).filter { $0 > start }.sorted()
        var slots: [Slot] = []
        for (index, due) in dues.enumerated() {
            let interval = due - (index == 0 ? start : dues[index - 1])
            let following = index + 1 < dues.count ? dues[index + 1] - due : interval
            slots.append(
                Slot(
                    dueMicros: due,
                    intervalMicros: interval,
                    opensMicros: due - interval / 2,
                    closesMicros: due + following - following / 2,
                    lateMicros: due + late.micros(of: interval),
                    isMandatory: mandatory.contains(due)
                )
            )
        }
        return slots
    }
}
