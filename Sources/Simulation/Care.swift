/// What a nurse does about something that is missing.
enum Care: Hashable, Sendable {
    case confirmIdentity
    case answerScreening
    case placeOrder
    case measureBaseline
    /// A second pressure, some minutes after the first.
    case measureAgain
    case confirmTimeout
    case measure
    case lookAtMind
    case answerList
    case removeAccess
}
