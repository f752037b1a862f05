extension Session {
    /// From when on evidence for leaving counts, in session time; nil while the dose has not ended.
    ///
    /// What was seen before the patient worsened or came back says nothing of them now.
    var evidenceSinceMicros: Int64? {
        guard let end = doseEndMicros else { return nil }
        return max(end, newestSetback?.observedSessionMicros ?? .min)
    }

    /// The newest entry that took the patient back to being observed.
    var newestSetback: EffectiveEntry? {
        numbers(of: .setback).last { !isVoided($0) && history.events[$0].body.traits.topic == .setback }.map(entry)
    }

    /// What an infusion is watched by, too old: the oldest of the newest pressure, saturation and alertness.
    ///
    /// Each may be as old as the interval to its next slot when it was taken, and the larger of two margins; while the
    /// drug runs or stands paused that interval is the one of dosing, and no later phase makes it longer.
    package func overdue(at now: Moment) -> (parameter: Parameter, ageMicros: Int64)? {
        vitalsGrid(at: now).flatMap { overdue(at: now, $0) }
    }

    func overdue(at now: Moment, _ grid: VitalsGrid) -> (parameter: Parameter, ageMicros: Int64)? {
        guard let start = doseStartMicros else { return nil }
        var oldest: (parameter: Parameter, ageMicros: Int64)?
        for parameter in [Parameter.systolicMmHg, .spo2Percent, .moaas] {
            let newest = newestValue(readings(of: parameter).through(now.sessionMicros))
            let taken = max(newest?.observedSessionMicros ?? start, start)
            let age = now.sessionMicros - taken
            let interval = interval(after: taken, grid)
            let margin = max(
                Int64(rules.schedule.overdueAfterMinutes) * Micros.perMinute,
                interval / 100 * Int64(rules.schedule.overdueAfterPercent)
            )
            if age > interval + margin, age > oldest?.ageMicros ?? -1 { oldest = (parameter, age) }
        }
        return oldest
    }

    private func interval(after taken: Int64, _ grid: VitalsGrid) -> Int64 {
        let dosing = Int64(rules.schedule.dosingEveryMinutes) * Micros.perMinute
        guard let end = doseEndMicros, taken > end else { return dosing }
        let held = grid.slots.lastIndex { $0.opensMicros <= taken }
        let next = held.map { $0 + 1 } ?? 0
        guard grid.slots.indices.contains(next) else {
            return Int64(rules.schedule.recoveryStableEveryMinutes) * Micros.perMinute
        }
        return grid.slots[next].intervalMicros
    }

    func minutes(since micros: Int64, at now: Moment) -> Int {
        Int(max(0, now.sessionMicros - micros) / Micros.perMinute)
    }
}
