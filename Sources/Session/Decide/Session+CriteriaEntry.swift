/// The entry that says when the criteria for leaving were met first.
extension Session {
    /// Adds `criteria.met` after drafts that make everything but the minimum stay true, for the first time.
    ///
    /// The record says when the patient could have left, even before the minimum stay is over.
    func withCriteria(_ drafts: [Draft], at now: Moment) -> [Draft] {
        let ends = drafts.contains { $0.body.traits.phase == .observing }
        guard awaitsCriteria || ends else { return drafts }
        var after = self
        for draft in drafts {
            after.apply(
                Event(
                    number: after.nextNumber,
                    at: now,
                    observedAtMicros: draft.observedAtMicros,
                    author: .system,
                    body: draft.body
                )
            )
        }
        return after.lacksCriteriaEntry ? drafts + [Draft(.criteriaMet)] : drafts
    }

    /// Whether the patient is observed and no entry says yet that the criteria were met, since the last setback.
    private var awaitsCriteria: Bool {
        guard hasProtocol, phase == .observing else { return false }
        let since = newestSetback?.event.number ?? -1
        return newest(.criteria) { $0 == .criteriaMet ? true : nil }.map { $0.entry.event.number < since } ?? true
    }

    /// Whether the criteria are met without an entry that says so: its batch was cut off between the two.
    ///
    /// They are judged at the time of the newest entry: what grew old since is no reason for an entry, nor against one.
    var lacksCriteriaEntry: Bool {
        guard awaitsCriteria, let last = entries.last, let recovery = Recovery(self, at: last.at),
            recovery.criteria.allSatisfy(\.isMet)
        else { return false }
        return alarmCriterion(standingAlarms, at: last.at).isMet
    }

    /// Makes up for an entry that was cut off, at the time of the one that met the criteria.
    func noteCriteria() throws(Refusal) -> [Draft] {
        guard lacksCriteriaEntry else {
            throw .notPossible("The criteria are not met, or an entry says so already", cure: "nothing is to be done")
        }
        return [Draft(.criteriaMet, observedAtMicros: whenCriteriaWereMet)]
    }

    /// When the entry was recorded that met the criteria as they are still met; what came after it made no difference.
    private var whenCriteriaWereMet: Int64? {
        var met: Int64?
        for count in (0...nextNumber).reversed() {
            let before = upTo(count)
            guard before.lacksCriteriaEntry else { break }
            met = before.entries.last?.at.utcMicros
        }
        return met
    }
}
