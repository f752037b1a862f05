/// Vitals as evidence: entries taken together, each value with its own age.
struct MeasuredSet {
    /// What was read in it; of two readings of one parameter the newer value counts.
    var readings: [Parameter: LatestReading] = [:]

    /// What a set has that can be judged by itself: pressure, pulse, saturation and breathing, all measured.
    static let complete: [Parameter] = [
        .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin,
    ]

    var isComplete: Bool { Self.complete.allSatisfy { value($0) != nil } }

    func value(_ parameter: Parameter) -> Int? { readings[parameter]?.reading.value }

    /// A set is as old as each of its values: these are the oldest and the newest of those that make it complete.
    var oldestMicros: Int64 { times.min() ?? .min }
    var newestMicros: Int64 { times.max() ?? .min }

    private var times: [Int64] { Self.complete.compactMap { readings[$0]?.observedSessionMicros } }

    /// What was not done stands for nothing, and what could not be taken replaces no value.
    fileprivate mutating func take(_ set: VitalsSet) {
        for (parameter, reading) in set.vitals.readings where !reading.isNotDone {
            if reading.value == nil, readings[parameter]?.reading.value != nil { continue }
            readings[parameter] = LatestReading(
                number: set.number,
                reading: reading,
                observedSessionMicros: set.observedSessionMicros,
                observedUTCMicros: set.observedUTCMicros
            )
        }
    }
}

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
        for number in transitionNumbers.reversed() where voidedBy[number] == nil {
            if case .sessionWorsened = entries[number].body { return entry(number) }
            if case .sessionReturned = entries[number].body { return entry(number) }
        }
        return nil
    }

    /// The sets since a time, by when they were taken: entries at most so far from the first of a set belong to it.
    func measuredSets(since micros: Int64) -> [MeasuredSet] {
        let within = Int64(rules.gates.setWithinMinutes) * Micros.perMinute
        var sets: [MeasuredSet] = []
        var began = Int64.min
        for set in vitalsSets where set.observedSessionMicros >= micros {
            if sets.isEmpty || set.observedSessionMicros - began > within {
                sets.append(MeasuredSet())
                began = set.observedSessionMicros
            }
            sets[sets.count - 1].take(set)
        }
        return sets
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
        let sets = vitalsSets
        var oldest: (parameter: Parameter, ageMicros: Int64)?
        for parameter in [Parameter.systolicMmHg, .spo2Percent, .moaas] {
            let newest = readings(of: parameter, among: sets).last {
                $0.reading.value != nil && $0.observedSessionMicros <= now.sessionMicros
            }
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

    /// What stands in the way of more drug: an alarm of high priority, and not knowing how the patient is.
    func dangerNeeds(at now: Moment, _ alarms: [AlarmEpisode]?) -> [Need] {
        guard doseStartMicros != nil else { return [] }
        var missing: [Need] = []
        for alarm in alarms ?? standingAlarms {
            guard let condition = alarm.present, condition.priority == .high else { continue }
            let need = Need.highAlarm(condition, ageMinutes: minutes(since: alarm.observedMicros, at: now))
            if !isOverridden(need, since: newestReading(of: alarm)) { missing.append(need) }
        }
        if let overdue = overdue(at: now) {
            let need = Need.overdue(overdue.parameter, ageMinutes: Int(overdue.ageMicros / Micros.perMinute))
            let since = newestReading(of: [overdue.parameter]) ?? -1
            if !isOverridden(need, since: since) { missing.append(need) }
        }
        return missing
    }

    /// What it was paused for is measured before it goes on.
    func remeasureNeeds(at now: Moment, _ reason: Reason?) -> [Need] {
        guard let since = pausedSinceMicros, let pause = transitionNumbers.last(where: { voidedBy[$0] == nil }) else {
            return []
        }
        var codes: Set<String> = []
        if let reason { codes.insert(reason.code) }
        if case .infusionPaused(let recorded?) = entry(pause).body { codes.insert(recorded.code) }
        let wanted = Parameter.allCases.filter { parameter in
            codes.contains { rules.gates.measuredAfterPause[$0]?.contains(parameter) ?? false }
        }
        let absent = wanted.filter { parameter in
            !readings(of: parameter, among: vitalsSets).contains {
                $0.reading.value != nil && $0.observedSessionMicros >= since
            }
        }
        guard !absent.isEmpty else { return [] }
        let need = Need.remeasure(absent)
        return isOverridden(need, since: pause) ? [] : [need]
    }

    /// The newest reading of what alarms: a decision was taken on what stood then.
    private func newestReading(of alarm: AlarmEpisode) -> Int {
        let parameters: [Parameter] =
            switch alarm.subject {
            case .pressure: [.systolicMmHg, .diastolicMmHg]
            case .parameter(let parameter): [parameter]
            case .dissociation, .distress: []
            }
        return newestReading(of: parameters) ?? alarm.raisedBy
    }

    /// The entry that made the newest readings of parameters what they are; what was not done is none.
    private func newestReading(of parameters: [Parameter]) -> Int? {
        let sets = vitalsSets
        let newest = parameters.compactMap { readings(of: $0, among: sets).last { !$0.reading.isNotDone } }
        return newest.map { newestChange(of: $0.number) }.max()
    }

    func minutes(since micros: Int64, at now: Moment) -> Int {
        Int(max(0, now.sessionMicros - micros) / Micros.perMinute)
    }
}
