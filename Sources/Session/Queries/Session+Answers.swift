extension Session {
    /// The newest answer to each item of the screening checklist.
    package var screeningAnswers: [String: ItemAnswer] { screeningAnswered.mapValues(\.answer) }

    /// The answers of the discharge list that still count: given since the dose ended or the patient had a setback, no
    /// older than their item allows, and once dissociation is back where the item waits for that.
    package func dischargeAnswers(at now: Moment) -> [String: ItemAnswer] {
        guard let since = evidenceSinceMicros else { return [:] }
        let clearSince = dissociationBackMicros
        var answers: [String: ItemAnswer] = [:]
        for item in rules.dischargeList {
            guard let given = dischargeAnswered[item.id], given.micros >= since else { continue }
            if let minutes = item.maxAgeMinutes,
                now.sessionMicros - given.micros > Int64(minutes) * Micros.perMinute
            {
                continue
            }
            if item.isAskedAfterDissociation, given.micros < clearSince ?? .max { continue }
            answers[item.id] = given.answer
        }
        return answers
    }

    /// The newest answer to each item of the discharge list, whenever it was given, in session time.
    var dischargeAnswered: [String: (answer: ItemAnswer, micros: Int64)] {
        answered(.dischargeList).mapValues { ($0.answer, $0.entry.observedSessionMicros) }
    }

    /// The newest screening answers with the number of the entry each came from.
    var screeningAnswered: [String: (answer: ItemAnswer, number: Int)] {
        answered(.screening).mapValues { ($0.answer, $0.entry.amendedBy ?? $0.entry.event.number) }
    }

    /// The newest answer to each item of a list, with its entry.
    private func answered(_ topic: EventTopic) -> [String: (answer: ItemAnswer, entry: EffectiveEntry)] {
        var answers: [String: (answer: ItemAnswer, entry: EffectiveEntry)] = [:]
        for item in history.topics.items(topic) { answers[item] = newestAnswer(topic, to: item) }
        return answers
    }

    private func newestAnswer(_ topic: EventTopic, to item: String) -> (answer: ItemAnswer, entry: EffectiveEntry)? {
        for number in counted(history.topics.answers(topic, to: item)).reversed() where !isVoided(number) {
            let entry = entry(number)
            guard entry.body.traits.topic == topic, let answer = entry.body.answers?.last(where: { $0.item == item })
            else { continue }
            return (answer, entry)
        }
        return nil
    }

    /// Dissociation at most so much is back: none, or what the patient came with.
    var dissociationLimit: Int {
        let newest = notesByTime.through(doseStartMicros ?? .max).last
        return max(rules.discharge.dissociationAtMost, newest?.note.score ?? 0)
    }

    /// Whether dissociation has been noted as back since the dose ended.
    package var isDissociationBack: Bool { dissociationBackMicros != nil }

    /// Since when dissociation has been back without a break, in session time; nil while it is not, or was not noted.
    private var dissociationBackMicros: Int64? {
        guard let since = evidenceSinceMicros else { return nil }
        let notes = notesByTime.from(since)
        guard let broken = newestBreak(since: since) else { return notes.first?.entry.observedSessionMicros }
        let after = notes.from(broken.observedSessionMicros).first { note in
            (note.entry.observedSessionMicros, note.entry.event.number)
                > (broken.observedSessionMicros, broken.event.number)
        }
        return after?.entry.observedSessionMicros
    }

    /// The newest note since a time by which dissociation is not back: too high a score, or distress.
    private func newestBreak(since: Int64) -> EffectiveEntry? {
        let limit = dissociationLimit
        var broken = notes(ofDistress: true).from(since).last?.entry
        for score in history.times.scores where score > limit {
            guard let note = notes(ofScore: score).from(since).last?.entry else { continue }
            if let known = broken,
                (note.observedSessionMicros, note.event.number) < (known.observedSessionMicros, known.event.number)
            {
                continue
            }
            broken = note
        }
        return broken
    }
}
