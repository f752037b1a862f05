/// The discharge criteria, as they stand.
extension Session {
    /// Every criterion for READY TO LEAVE, met or not, with the figures behind it.
    ///
    /// - Parameter alarms: those that stand, where they are known already.
    package func criteria(at now: Moment, alarms: [AlarmEpisode]? = nil) -> [Criterion] {
        guard hasProtocol, let recovery = Recovery(self, at: now) else { return [] }
        return [minimumStay(at: now)] + recovery.criteria + [alarmCriterion(alarms ?? standingAlarms, at: now)]
    }

    private func minimumStay(at now: Moment) -> Criterion {
        let left = (earliestLeavingMicros ?? .max) - now.sessionMicros
        let minutes = (left + Micros.perMinute - 1) / Micros.perMinute
        return Criterion(
            .time,
            words: "minimum stay over",
            isMet: left <= 0,
            detail: left > 0 ? "\(minutes) min left" : ""
        )
    }

    /// Nobody leaves in alarm, whatever the sets say.
    func alarmCriterion(_ alarms: [AlarmEpisode], at now: Moment) -> Criterion {
        let standing = alarms.filter { $0.present.map { $0.priority >= .medium } ?? false }
        let detail = standing.first.flatMap { alarm in
            alarm.present.map { "\($0.message), \(minutes(since: alarm.observedMicros, at: now)) min ago" }
        }
        return Criterion(.alarms, words: "no alarm stands", isMet: standing.isEmpty, detail: detail ?? "")
    }
}
