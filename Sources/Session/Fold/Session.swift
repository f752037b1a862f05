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
