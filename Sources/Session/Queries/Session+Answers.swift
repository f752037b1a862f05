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
        var answers: [String: (answer: ItemAnswer, micros: Int64)] = [:]
        for entry in sparseEntries {
            if case .checklistAnswered(let given) = entry.body {
                for answer in given { answers[answer.item] = (answer, entry.observedSessionMicros) }
            }
        }
        return answers
    }

    /// Dissociation at most so much is back: none, or what the patient came with.
    var dissociationLimit: Int {
        let start = doseStartMicros ?? .max
        let newest = dissociationNotesByTime.last { $0.entry.observedSessionMicros <= start }
        return max(rules.discharge.dissociationAtMost, newest?.note.score ?? 0)
    }

    /// Whether dissociation has been noted as back since the dose ended.
    package var isDissociationBack: Bool { dissociationBackMicros != nil }

    /// Since when dissociation has been back without a break, in session time; nil while it is not, or was not noted.
    private var dissociationBackMicros: Int64? {
        guard let since = evidenceSinceMicros else { return nil }
        let limit = dissociationLimit
        let notes = dissociationNotesByTime.filter { $0.entry.observedSessionMicros >= since }
        let back = notes.reversed().prefix { $0.note.score <= limit && $0.note.isDistressed != true }
        return back.last?.entry.observedSessionMicros
    }

    /// The newest screening answers with the number of the entry each came from.
    var screeningAnswered: [String: (answer: ItemAnswer, number: Int)] {
        var answers: [String: (answer: ItemAnswer, number: Int)] = [:]
        for entry in sparseEntries {
            if case .screeningAnswered(let given) = entry.body {
                let number = entry.amendedBy ?? entry.event.number
                for answer in given { answers[answer.item] = (answer, number) }
            }
        }
        return answers
    }
}
