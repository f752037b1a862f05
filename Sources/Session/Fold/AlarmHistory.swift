/// The alarms as they stood after each entry.
struct AlarmHistory: Sendable {
    private var fold: AlarmFold
    private var standing = Versions<[AlarmEpisode]>([])

    init(_ rules: InfusionProtocol) {
        fold = AlarmFold(rules: rules)
    }

    /// - Parameter source: the entry that a correction or a void speaks of, where that raises something and counts still.
    mutating func take(_ event: Event, speakingOf source: Event?) {
        if fold.take(event, speakingOf: source) { standing.set(fold.standingAlarms, by: event.number) }
    }

    /// Those that stood after the first so many entries, the worst first.
    func standing(upTo count: Int) -> [AlarmEpisode] { standing.value(upTo: count) }

    /// All that were raised by the first so many entries, in that order, each as it was known then.
    func episodes(upTo count: Int) -> [AlarmEpisode] {
        let standing = standing(upTo: count)
        return fold.episodes.prefix { $0.raisedBy < count }.map { episode in
            if let ended = episode.endedBy, ended < count { return episode }
            return standing.first { $0.raisedBy == episode.raisedBy && $0.subject == episode.subject } ?? episode
        }
    }
}
