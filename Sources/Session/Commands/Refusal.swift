/// A right answer to a wrong request: why not, and what to do next.
package enum Refusal: Error, Hashable, Sendable {
    /// The command does not belong to the session's state.
    case wrongState(action: String, phase: Phase, cure: String, way: Way? = nil)
    /// A gate is not passed: everything that is missing.
    case missing(Permission, [Need])
    /// Values that cannot be recorded as typed; each names its field.
    case outOfRange([FieldProblem])
    /// Values that are unusual: the same entry again with `confirmedUnusual` records them.
    case unusual([String])
    /// The entry cannot be taken as it is, for the reason given.
    case notPossible(String, cure: String, way: Way? = nil)

    /// What to do instead; whoever shows it knows the key.
    package enum Way: Hashable, Sendable {
        case resume
        case markReadyToLeave
        case nameWhoTypes
    }

    /// Whether "it has already happened" can be offered.
    package var offersAlreadyHappened: Bool {
        guard case .missing(_, let needs) = self else { return false }
        return needs.canHaveHappened
    }
}
