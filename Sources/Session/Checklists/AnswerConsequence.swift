/// What an answer of the screening leads to.
package enum AnswerConsequence: Hashable, Sendable {
    case none
    /// The prescriber is told: it holds nothing.
    case tell
    /// The prescriber decides before the start.
    case decide
    /// No start without the prescriber's override.
    case stop
}
