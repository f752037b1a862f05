import Session

/// Where a form stands between the keys and the log.
enum FormStage: Hashable, Sendable {
    case editing
    /// A question stands; only its keys answer it.
    case asking(FormQuestion)
    /// Submitted; further keys are ignored until the outcome is known, so that a held Enter records once.
    case sent(Intent)
    /// A gate said no: what is missing, and the ways on.
    case refused(Permission, [Need], Command)
}
