import Session

extension Set<Phase> {
    /// The phases in which the patient is in the clinic's care.
    static let live = Set(Phase.allCases.filter(\.isLive))
    static let every = Set(Phase.allCases)
}
