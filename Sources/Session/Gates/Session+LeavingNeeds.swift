/// What a patient lacks who is to leave.
extension Session {
    func leavingNeeds(at now: Moment, _ alarms: [AlarmEpisode]?) -> [Need] {
        guard hasProtocol else { return finalSetNeeds(at: now, alarms) }
        return criteria(at: now, alarms: alarms).filter { !$0.isMet }.map { .criterion($0) }
    }

    /// A set that shows the patient as they leave: complete, young, taken since the dose ended, and inside every limit.
    func finalSetNeeds(at now: Moment, _ alarms: [AlarmEpisode]?) -> [Need] {
        let maxAge = rules.gates.finalSetMaxAgeMinutes
        guard let recovery = Recovery(self, at: now), let final = recovery.newest else {
            return [.finalSet(ageMinutes: nil, maxAgeMinutes: maxAge)]
        }
        let age = minutes(since: final.oldestMicros, at: now)
        guard now.sessionMicros - final.oldestMicros <= Int64(maxAge) * Micros.perMinute else {
            return [.finalSet(ageMinutes: age, maxAgeMinutes: maxAge)]
        }
        guard hasProtocol else { return [] }
        let judged = recovery.finalCriteria + [alarmCriterion(alarms ?? standingAlarms, at: now)]
        return judged.filter { !$0.isMet }.map { .criterion($0) }
    }
}
