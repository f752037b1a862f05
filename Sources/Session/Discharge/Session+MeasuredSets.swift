extension Session {
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
}
