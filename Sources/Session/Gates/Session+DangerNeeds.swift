extension Session {
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
        guard let since = pausedSinceMicros, let pause = newestTransition else {
            return []
        }
        var codes: Set<String> = []
        if let reason { codes.insert(reason.code) }
        if case .infusionPaused(let recorded?) = entry(pause).body { codes.insert(recorded.code) }
        let wanted = Parameter.allCases.filter { parameter in
            codes.contains { rules.gates.measuredAfterPause[$0]?.contains(parameter) ?? false }
        }
        let absent = wanted.filter { parameter in
            newestValue(readings(of: parameter).from(since)) == nil
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
        let newest = parameters.compactMap { readings(of: $0).last { !$0.reading.isNotDone } }
        return newest.map { newestChange(of: $0.number) }.max()
    }
}
