extension Session {
    /// All alarms up to a count of entries, in the order they were raised.
    ///
    /// They are computed from the entries as they stood then: what a later correction or void says counts from there on.
    package func alarmEpisodes(upTo count: Int? = nil) -> [AlarmEpisode] {
        guard hasProtocol else { return [] }
        var fold = AlarmFold(rules: rules)
        for event in entries.prefix(count ?? entries.count) { fold.take(event) }
        return fold.episodes
    }

    /// The alarms that stand now, highest priority first; breathing and sedation before pressure in one priority.
    package var standingAlarms: [AlarmEpisode] { AlarmFold(self)?.standingAlarms ?? [] }
}
