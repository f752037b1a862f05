extension Session {
    /// After an infiltration the prescriber decides: go on, replace by a new order, or end.
    func infiltrationNeeds(at now: Moment) -> [Need] {
        guard doseStartMicros != nil, let entry = infiltration else { return [] }
        let age = max(0, now.sessionMicros - entry.observedSessionMicros)
        let need = Need.infiltration(ageMinutes: Int(age / Micros.perMinute))
        let replaced = newest(.order) { if case .orderPlaced = $0 { true } else { nil } }?.entry.event.number ?? -1
        let isDecided = replaced > entry.event.number || isOverridden(need, since: entry.event.number)
        return isDecided ? [] : [need]
    }
}
