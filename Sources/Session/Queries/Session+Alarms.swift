extension Session {
    /// All alarms up to a count of entries, in the order they were raised.
    ///
    /// They are those that were known then: what a later correction or void says counts from there on.
    package func alarmEpisodes(upTo count: Int? = nil) -> [AlarmEpisode] {
        history.alarms?.episodes(upTo: min(count ?? nextNumber, nextNumber)) ?? []
    }

    /// The alarms that stand now, highest priority first; breathing and sedation before pressure in one priority.
    package var standingAlarms: [AlarmEpisode] { history.alarms?.standing(upTo: nextNumber) ?? [] }
}
