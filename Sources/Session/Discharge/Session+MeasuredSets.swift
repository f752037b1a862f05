extension Session {
    /// What was measured in a stretch of time: of two readings of one parameter the newer value counts.
    ///
    /// What was not done stands for nothing, and what could not be taken replaces no value.
    private func measured(_ span: SetSpans.Span) -> MeasuredSet {
        var set = MeasuredSet()
        for parameter in Parameter.allCases {
            let readings = setReadings(of: parameter).within(span)
            set.readings[parameter] = newestValue(readings) ?? readings.last { !$0.reading.isNotDone }
        }
        return set
    }

    /// The sets that a recovery is judged by.
    ///
    /// - Parameters:
    ///   - since: when evidence begins.
    ///   - apart: how much older than the newest complete set the first must be.
    func recoverySets(since micros: Int64, apart: Int64) -> RecoverySets {
        var found = RecoverySets()
        // Nothing is looked for that cannot be there.
        guard newestComplete(since: micros, through: .max) != nil else { return found }
        var firstAtLatest: Int64?
        for span in SetSpans(self, since: micros) {
            let set = measured(span)
            if set.readings.isEmpty { continue }
            if found.newest == nil {
                if set.isComplete {
                    found.newest = set
                    firstAtLatest = newestComplete(since: micros, through: set.oldestMicros - apart)
                }
            } else if let newest = found.newest, firstAtLatest != nil, found.first == nil, set.isComplete,
                newest.oldestMicros - set.newestMicros >= apart
            {
                found.first = set
            }
            if let newest = found.newest, found.first != nil || firstAtLatest == nil {
                if set.lastMicros < (found.first ?? newest).oldestMicros { break }
            }
            found.sets.append(set)
        }
        found.sets.reverse()
        // Where no older complete set is after all, what stands before the newest is not judged.
        if let oldest = (found.first ?? found.newest)?.oldestMicros {
            found.sets.removeFirst(found.sets.prefix { $0.lastMicros < oldest }.count)
        }
        return found
    }

    /// No complete set of a stretch of time began later than this; nil where there is none.
    private func newestComplete(since micros: Int64, through last: Int64) -> Int64? {
        var newest = Int64.max
        for parameter in MeasuredSet.complete {
            let readings = setReadings(of: parameter).within((micros, last))
            guard let value = newestValue(readings) else { return nil }
            newest = min(newest, value.observedSessionMicros)
        }
        return newest
    }

    /// The sets since a time, but those of which nothing was read at another or later.
    func measuredSets(since micros: Int64, notBefore first: Int64) -> [MeasuredSet] {
        var sets: [MeasuredSet] = []
        for span in SetSpans(self, since: micros) {
            let set = measured(span)
            if set.readings.isEmpty { continue }
            guard set.lastMicros >= first else { break }
            sets.append(set)
        }
        return sets.reversed()
    }
}
