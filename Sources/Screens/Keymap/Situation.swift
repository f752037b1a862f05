package import Session

/// What decides which keys are valid now.
package struct Situation: Hashable, Sendable {
    package enum Place: Hashable, Sendable, CaseIterable {
        case board
        case session
    }

    package var place: Place
    /// The phase of the session the next key acts on; nil at an empty chair.
    package var phase: Phase?
    /// Whether two identifiers of that patient have been matched.
    package var isIdentified = false
    /// Whether the station was off while it infused, and nobody has said yet what the pump did.
    package var mustTellPump = false
    /// Whether an entry was saved a moment ago.
    package var hasEcho = false

    package init(place: Place, phase: Phase? = nil) {
        self.place = place
        self.phase = phase
    }

    var isOnBoard: Bool { place == .board }
    var isInSession: Bool { place == .session }
    var isLive: Bool { phase?.isLive ?? false }

    /// Whether the phase is one of these.
    func isIn(_ phases: Phase...) -> Bool { phase.map(phases.contains) ?? false }
}
