/// One patient's session: the fold of its events.
///
/// An append-only list of entries plus a small phase. Entries are never changed: a correction or a void is a later
/// entry, laid over the earlier one by its number. Dose, timers and limits are functions of the effective entries.
package struct Session: Hashable, Sendable {
    /// The id of the session, as in its folder and its log.
    package let id: String
    /// The protocol the session was opened under; without any limit or list where it cannot be read.
    package let rules: InfusionProtocol
    /// Whether that protocol could be read; where not, values stand without limits, and nothing is due by a clock.
    package let hasProtocol: Bool
    /// The station's zone, for records that carry none.
    package var stationZone = ZoneOffsets.utc
    package internal(set) var phase: Phase = .screening
    /// All events, in the order of their numbers.
    package internal(set) var entries: [Event] = []

    /// For an amended entry, the number of the newest amendment.
    var amendedBy: [Int: Int] = [:]
    /// For a voided entry, the number of the void.
    var voidedBy: [Int: Int] = [:]
    /// The numbers of vitals sets, dose changes and transitions, so that a screen need not scan all entries.
    var vitalsNumbers: [Int] = []
    var doseNumbers: [Int] = []
    var transitionNumbers: [Int] = []
    /// The numbers of all entries but vitals, notes, corrections and voids, which are the many: what is asked for by
    /// kind is found among the few.
    var sparseNumbers: [Int] = []

    /// - Parameter rules: nil where the session's protocol cannot be read.
    package init(id: String, rules: InfusionProtocol?) {
        self.id = id
        self.rules = rules ?? .unreadable
        hasProtocol = rules != nil
    }

    /// Folds events from the first on.
    package init(id: String, rules: InfusionProtocol?, events: [Event]) {
        self.init(id: id, rules: rules)
        for event in events { apply(event) }
    }

    /// The number the next event gets.
    package var nextNumber: Int { entries.count }
}

/// An entry as it counts: its event, and what was laid over it.
package struct EffectiveEntry: Hashable, Sendable {
    package var event: Event
    /// What counts: the newest amendment's replacement, or the event's own body.
    package var body: Event.Body
    /// When it was true, in session time.
    package var observedSessionMicros: Int64
    /// When it was true, in UTC.
    package var observedUTCMicros: Int64
    package var amendedBy: Int?
    package var voidedBy: Int?

    package var isVoided: Bool { voidedBy != nil }
}

extension Session {
    /// The entry of a number, with what was laid over it.
    package func entry(_ number: Int) -> EffectiveEntry {
        let event = entries[number]
        var body = event.body
        if let amendment = amendedBy[number], case .entryAmended(_, let replacement, _) = entries[amendment].body {
            body = replacement
        }
        let observed = event.observedAtMicros ?? event.at.utcMicros
        return EffectiveEntry(
            event: event,
            body: body,
            observedSessionMicros: event.at.sessionMicros(ofUTC: observed),
            observedUTCMicros: observed,
            amendedBy: amendedBy[number],
            voidedBy: voidedBy[number]
        )
    }

    /// All entries that count, in the order they were recorded: without voided ones.
    package var effectiveEntries: [EffectiveEntry] {
        entries.indices.map(entry).filter { !$0.isVoided }
    }

    /// The entries that count but vitals, notes, corrections and voids, in the order they were recorded.
    var sparseEntries: [EffectiveEntry] { sparseNumbers.map(entry).filter { !$0.isVoided } }

    /// The opening as it counts now, amended or not.
    package var opening: Opening? {
        guard let first = entries.first, case .sessionOpened(let opening) = entry(first.number).body else { return nil }
        return opening
    }

    package var patient: Patient? { opening?.patient }

    package var chair: String? {
        for number in sparseNumbers.reversed() {
            if case .sessionMoved(let chair) = entries[number].body, voidedBy[number] == nil { return chair }
        }
        return opening?.chair
    }

    /// The newest entry that counts and that `pick` takes; vitals and notes, which are the many, are not looked at.
    package func newest<Value>(_ pick: (Event.Body) -> Value?) -> (value: Value, entry: EffectiveEntry)? {
        for number in sparseNumbers.reversed() {
            let entry = entry(number)
            if !entry.isVoided, let value = pick(entry.body) { return (value, entry) }
        }
        return nil
    }
}
