extension Command {
    /// The same with its unusual values confirmed; nil where there is nothing to confirm, or nothing any more.
    package var confirmed: Command? {
        switch self {
        case .recordVitals(let vitals, let observed):
            return vitals.confirmed.map { .recordVitals($0, observedAtMicros: observed) }
        case .placeOrder(let order, let isConfirmed):
            return isConfirmed ? nil : .placeOrder(order, confirmedUnusual: true)
        case .changeRate(let rate, let observed, let isConfirmed):
            guard !isConfirmed else { return nil }
            return .changeRate(rateMicrolitersPerHour: rate, observedAtMicros: observed, confirmedUnusual: true)
        case .start(let pump, let answers, let observed, let isConfirmed):
            guard !isConfirmed else { return nil }
            return .start(pump, answers: answers, observedAtMicros: observed, confirmedUnusual: true)
        case .drawDrug(let container, let answers, let isConfirmed):
            return isConfirmed ? nil : .drawDrug(container, answers: answers, confirmedUnusual: true)
        case .amend(let target, let replacement, let reason, let takenBack):
            guard case .vitalsRecorded(let vitals) = replacement, let confirmed = vitals.confirmed else { return nil }
            let body = Event.Body.vitalsRecorded(confirmed)
            return .amend(target: target, replacement: body, reason: reason, takingBack: takenBack)
        case .alreadyHappened(let command, let reason, let observed):
            return command.confirmed.map { .alreadyHappened($0, reason: reason, observedAtMicros: observed) }
        case .confirmIdentity, .answerScreening, .confirmTimeout, .placeAccess, .checkAccess, .loseAccess,
            .removeAccess, .declareReady, .reopenScreening, .pause, .resume, .readVolume, .stop,
            .recordVitalsNotDone, .recordDissociation, .recordNote, .wasteDrug, .returnDrug,
            .answerDischarge, .markReadyToLeave, .worsen, .discharge, .comeBack, .close, .cancel, .move, .void,
            .explainDrug, .grantOverride, .noteStationOff, .noteCriteria:
            return nil
        }
    }
}

extension Command {
    /// The same with these questions answered with yes; an opening keeps them in their words.
    package func confirmed(answering questions: [String]) -> Command? {
        guard case .amend(let target, .sessionOpened(let opening), let reason, _) = self else { return confirmed }
        return .amend(target: target, replacement: .sessionOpened(opening.answering(questions)), reason: reason)
    }
}

extension Vitals {
    fileprivate var confirmed: Vitals? {
        guard !confirmedUnusual else { return nil }
        var vitals = self
        vitals.confirmedUnusual = true
        return vitals
    }
}
