package import Session

/// What decides which keys are valid now.
package struct Situation: Hashable, Sendable {
    /// The phase of the session the next key acts on; nil at an empty chair.
    package var phase: Phase?
    /// What else of that session decides which forms can be opened.
    package var conditions: Set<FormCondition> = []
    /// Whether an entry was saved a moment ago.
    package var hasEcho = false
    /// Whether a patient can be checked in from this place.
    package var checksIn = false
    /// Whether an entry can be chosen in this place.
    package var choosesEntries = false
    /// Whether `q` leaves the console from this place.
    package var quits = false

    package init(phase: Phase? = nil) { self.phase = phase }

    var isLive: Bool { phase?.isLive ?? false }

    /// Whether the phase is one of these.
    func isIn(_ phases: Phase...) -> Bool { phase.map(phases.contains) ?? false }
}
