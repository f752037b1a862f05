extension Command {
    /// The same, done at a time that is named; as it is where its entry has no time of its own.
    func dated(_ micros: Int64) -> Command {
        switch self {
        case .start(let pump, let answers, _, let isConfirmed):
            .start(pump, answers: answers, observedAtMicros: micros, confirmedUnusual: isConfirmed)
        case .pause(let reason, _): .pause(reason, observedAtMicros: micros)
        case .resume(let reason, let decision, _):
            .resume(pauseReason: reason, prescriberDecision: decision, observedAtMicros: micros)
        case .changeRate(let rate, _, let isConfirmed):
            .changeRate(rateMicrolitersPerHour: rate, observedAtMicros: micros, confirmedUnusual: isConfirmed)
        case .stop(let reason, _): .stop(reason, observedAtMicros: micros)
        case .recordVitals(let vitals, _): .recordVitals(vitals, observedAtMicros: micros)
        case .recordDissociation(let value, _): .recordDissociation(value, observedAtMicros: micros)
        case .recordNote(let text, _): .recordNote(text, observedAtMicros: micros)
        case .alreadyHappened(let command, let reason, _):
            .alreadyHappened(command, reason: reason, observedAtMicros: micros)
        case .confirmIdentity, .answerScreening, .placeOrder, .confirmTimeout, .placeAccess, .checkAccess, .loseAccess,
            .removeAccess, .declareReady, .reopenScreening, .readVolume, .recordVitalsNotDone, .drawDrug, .wasteDrug,
            .returnDrug, .answerDischarge, .markReadyToLeave, .worsen, .discharge, .comeBack, .close, .cancel, .move,
            .amend, .void, .explainDrug, .grantOverride, .noteStationOff, .noteCriteria:
            self
        }
    }
}
