/// One patient's session: the fold of its events.
///
/// An append-only list of entries. Entries are never changed: a correction or a void is a later entry, laid over the
/// earlier one by its number. Phase, dose, timers and limits are functions of the effective entries.
///
/// `upTo` is the session as it was after its first entries. It shares everything with the session it was made from and
/// looks no further than its own count, so that it costs nothing to have.
package struct Session: Sendable {
    /// The id of the session, as in its folder and its log.
    package let id: String
    /// The protocol the session was opened under; without any limit or list where it cannot be read.
    package let rules: InfusionProtocol
    /// Whether that protocol could be read; where not, values stand without limits, and nothing is due by a clock.
    package let hasProtocol: Bool
    /// The station's zone, for records that carry none.
    package var stationZone = ZoneOffsets.utc
    /// The number the next event gets: so many events count.
    package internal(set) var nextNumber = 0
    /// What was taken in; of a view also what came after it.
    var history: History

    /// - Parameter rules: nil where the session's protocol cannot be read.
    package init(id: String, rules: InfusionProtocol?) {
        self.id = id
        self.rules = rules ?? .unreadable
        hasProtocol = rules != nil
        history = History(rules: rules)
    }

    /// Folds events from the first on.
    package init(id: String, rules: InfusionProtocol?, events: some Sequence<Event>) {
        self.init(id: id, rules: rules)
        for event in events { apply(event) }
    }

    /// The session after its first so many entries, with the corrections and voids that were there then.
    ///
    /// A count beyond the last entry is the session itself. Events can be applied to it: it then goes a way of its own.
    package func upTo(_ count: Int) -> Session {
        var view = self
        view.nextNumber = max(0, min(count, nextNumber))
        return view
    }
}

extension Session: Hashable {
    /// Sessions are equal whose events, protocol and zone are: everything else follows from those.
    package static func == (left: Session, right: Session) -> Bool {
        left.nextNumber == right.nextNumber && left.id == right.id && left.entries == right.entries
            && left.stationZone == right.stationZone && left.hasProtocol == right.hasProtocol
            && left.rules == right.rules
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(nextNumber)
        hasher.combine(entries.last)
    }
}
