/// What an entry is about: the list in which it is found again.
///
/// One topic for whatever is asked for together, so that the newest entry of a topic is found by looking back through
/// few.
package enum EventTopic: Int, CaseIterable, Hashable, Sendable {
    case opening
    case identity
    case screening
    case order
    case timeout
    case access
    case start
    /// Paused, resumed, changed, stopped.
    case infusion
    /// What the pump was read to have given.
    case pumpFigure
    case vitals
    case mind
    case notDone
    case note
    case container
    /// Drug that was wasted or returned.
    case removal
    case explanation
    case dischargeList
    case criteria
    case decision
    case deviation
    case readyToLeave
    /// The patient worsened or came back.
    case setback
    /// Steps that are asked for by the phase alone.
    case step
    case closing
    case chair
    case correction
    case station
    /// What is lost of the record, or cannot be read.
    case loss

    /// Whether a session has many of it, and a correction of another kind never stands among them.
    package var isFrequent: Bool {
        switch self {
        case .vitals, .note, .correction: true
        case .opening, .identity, .screening, .order, .timeout, .access, .start, .infusion, .pumpFigure, .mind,
            .notDone, .container, .removal, .explanation, .dischargeList, .criteria, .decision, .deviation,
            .readyToLeave,
            .setback, .step, .closing, .chair, .station, .loss:
            false
        }
    }
}
