extension VitalsGrid {
    /// Whether the newest sets after a time and before another are all stable, as many as make the intervals grow.
    typealias Steadiness = (_ after: Int64, _ before: Int64) -> Bool

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
        let known = Self.known(sets, at: nowMicros)
        let wanted = max(1, schedule.stableSets)
        self.init(
            schedule: schedule,
            doseStartMicros: doseStartMicros,
            doseEndMicros: doseEndMicros,
            newestMicros: known.last?.sessionMicros,
            nowMicros: nowMicros
        ) { after, before in
            let newest = known.filter { after < $0.sessionMicros && $0.sessionMicros < before }.suffix(wanted)
            return newest.count == wanted && newest.allSatisfy(\.isStable)
        }
    }

    /// The same where the sets lie elsewhere.
    ///
    /// - Parameter newestMicros: when the newest set with a blood pressure was taken, now at the latest.
    init(
        schedule: VitalsSchedule,
        doseStartMicros: Int64,
        doseEndMicros: Int64?,
        newestMicros: Int64?,
        nowMicros: Int64,
        isSteady: Steadiness
    ) {
        var dues = Self.dosing(schedule, from: doseStartMicros, to: doseEndMicros, now: nowMicros)
        if let end = doseEndMicros { dues += Self.recovery(schedule, from: end, now: nowMicros, isSteady) }
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
            newestMicros: newestMicros,
            nowMicros: nowMicros
        )
    }

    /// The times at which dissociation is due: some from the dose start, some after the dose end.
    ///
    /// - Parameter newestMicros: when the newest note was made, now at the latest.
    package static func dissociation(
        schedule: VitalsSchedule,
        doseStartMicros: Int64,
        doseEndMicros: Int64?,
        newestMicros: Int64?,
        nowMicros: Int64
    ) -> VitalsGrid {
        var dues = schedule.dissociationMinutes.map { doseStartMicros + Int64($0) * Micros.perMinute }
        if let end = doseEndMicros {
            dues += schedule.dissociationAfterEndMinutes.map { end + Int64($0) * Micros.perMinute }
        }
        return VitalsGrid(
            slots: slots(
                dues,
                mandatory: [],
                from: doseStartMicros,
                late: Margin(minutes: schedule.lateAfterMinutes, percent: schedule.lateAfterPercent)
            ),
            newestMicros: newestMicros,
            nowMicros: nowMicros
        )
    }

    /// A grid is cut here; at ten minutes it is a month, and a session that old is nobody's.
    private static let longest = 5000

    static func known(_ entries: [Entry], at now: Int64) -> [Entry] {
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
        now: Int64,
        _ isSteady: Steadiness
    ) -> [Int64] {
        let short = Int64(max(1, schedule.recoveryEveryMinutes)) * Micros.perMinute
        let long = Int64(max(1, schedule.recoveryStableEveryMinutes)) * Micros.perMinute
        var dues: [Int64] = []
        var due = end + short
        // Three slots past now, so that the next one's window has its end.
        var ahead = 0
        while ahead < 3, dues.count < longest {
            dues.append(due)
            if due > now { ahead += 1 }
            due += isSteady(end, due + short / 2) ? long : short
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
