/// A right answer to a wrong request: why not, and what to do next.
package enum Refusal: Error, Hashable, Sendable {
    /// The command does not belong to the session's state.
    case wrongState(action: String, phase: Phase, cure: String)
    /// A gate is not passed: everything that is missing.
    case missing(action: String, [Requirement])
    /// Values that cannot be recorded as typed; each names its field.
    case outOfRange([FieldProblem])
    /// Values that are unusual: the same entry again with `confirmedUnusual` records them.
    case unusual([String])
    /// The entry cannot be taken as it is, for the reason given.
    case notPossible(String, cure: String)

    /// Whether "it has already happened" can be offered.
    package var offersAlreadyHappened: Bool {
        guard case .missing(_, let list) = self else { return false }
        return !list.allSatisfy(\.isDiscrepancy)
    }

    /// One sentence for the status line; `missing` lists its parts by itself.
    package var sentence: String {
        switch self {
        case .wrongState(let action, let phase, let cure): "Cannot \(action) while \(phase.word): \(cure)"
        case .missing(let action, let list):
            "Cannot \(action) yet, missing: " + list.map(\.sentence).joined(separator: "; ")
        case .outOfRange(let problems): problems.map(\.sentence).joined(separator: "; ")
        case .unusual(let questions): questions.joined(separator: "; ")
        case .notPossible(let why, let cure): "\(why): \(cure)"
        }
    }
}

/// A field whose value cannot be right.
package struct FieldProblem: Hashable, Sendable {
    package var field: String
    package var sentence: String

    package init(field: String, sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

/// Something a gate asks for.
package struct Requirement: Hashable, Sendable {
    /// Stable word for overrides and review: `baseline.recent`, `screening.psychosis`.
    package var code: String
    /// What is missing, and the key that leads to it.
    package var sentence: String
    /// The key that mends it, where one does: `v`, `k`, `o`.
    package var key: Character?
    /// Whether a prescriber's override can take its place.
    package var canBeOverridden: Bool

    /// Whether it is drug that nobody accounts for: a supervisor's or prescriber's own hand takes its place, and
    /// nothing that has happened does.
    package var isDiscrepancy: Bool { code.hasPrefix("balance.") }

    package init(_ code: String, _ sentence: String, key: Character? = nil, canBeOverridden: Bool = false) {
        self.code = code
        self.sentence = sentence
        self.key = key
        self.canBeOverridden = canBeOverridden
    }
}
