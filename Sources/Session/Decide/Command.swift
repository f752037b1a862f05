/// Something a person asks the session to record; `decide` answers with events or a refusal.
package indirect enum Command: Hashable, Sendable {
    case confirmIdentity([Identifier])
    case answerScreening([ItemAnswer])
    case placeOrder(Order, confirmedUnusual: Bool)
    /// The code and the concentration are read from the syringe.
    case confirmTimeout(secondName: String, code: String, concentrationMicrogramsPerMilliliter: Int)
    case placeAccess(site: String, gauge: String)
    /// `line` is the number of the entry that placed it; nil where only one is in the arm.
    case checkAccess(isPatent: Bool, text: String, line: Int? = nil)
    case loseAccess(text: String, line: Int? = nil, isInfiltrated: Bool = false)
    case removeAccess(siteIsClean: Bool, text: String, line: Int? = nil)
    case declareReady
    case reopenScreening(text: String)
    /// `answers` say which patient is meant, where another could be; `confirmedUnusual` answers what is asked about pump
    /// and containers.
    case start(
        PumpSettings,
        answers: NameAlert.Answers = [:],
        observedAtMicros: Int64? = nil,
        confirmedUnusual: Bool = false
    )
    case pause(Reason?, observedAtMicros: Int64? = nil)
    case resume(pauseReason: Reason, prescriberDecision: String?, observedAtMicros: Int64? = nil)
    /// `confirmedUnusual` answers the question that a high rate for the patient's weight raises.
    case changeRate(rateMicrolitersPerHour: Int, observedAtMicros: Int64?, confirmedUnusual: Bool = false)
    case readVolume(volumeNanoliters: Int, stillInfuses: Bool)
    case stop(StopReason, observedAtMicros: Int64?)
    /// `vitals.confirmedUnusual` answers the questions that an unusual value raises.
    case recordVitals(Vitals, observedAtMicros: Int64?)
    case recordVitalsNotDone(Reason)
    case recordDissociation(Dissociation, observedAtMicros: Int64?)
    case recordNote(String, observedAtMicros: Int64?)
    /// `confirmedUnusual` says that it belongs here, although an answer was another patient's.
    case drawDrug(DrugContainer, answers: NameAlert.Answers = [:], confirmedUnusual: Bool = false)
    case wasteDrug(DrugWaste)
    case returnDrug(container: String, volumeNanoliters: Int)
    case answerDischarge([ItemAnswer])
    case markReadyToLeave
    case worsen(text: String)
    case discharge(Departure)
    case comeBack(text: String)
    case close
    case cancel(Reason)
    case move(chair: String?)
    /// The replacement keeps every reading of the entry but those of `takingBack`, which were never this patient's.
    case amend(target: Int, replacement: Event.Body, reason: Reason, takingBack: Set<Parameter> = [])
    /// `witness` is whoever saw that a voided drug was never drawn; without one it stays on the balance.
    case void(target: Int, reason: Reason, witness: String? = nil)
    /// Says before a witness why an entry of drawn drug is void.
    case explainDrug(DrugExplanation)
    case grantOverride(Override)
    /// Records a permission that was refused, because it has already happened, now or at a time that is named.
    case alreadyHappened(Command, reason: Reason, observedAtMicros: Int64? = nil)
    case noteStationOff(fromUTCMicros: Int64, toUTCMicros: Int64)
    /// The station's own: the criteria for leaving are met and no entry says so.
    case noteCriteria
}

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

extension Command {
    /// The same with these questions answered with yes; an opening keeps them in their words.
    package func confirmed(answering questions: [String]) -> Command? {
        guard case .amend(let target, .sessionOpened(let opening), let reason, _) = self else { return confirmed }
        return .amend(target: target, replacement: .sessionOpened(opening.answering(questions)), reason: reason)
    }
}

extension Opening {
    /// The same with these questions answered with yes.
    package func answering(_ questions: [String]) -> Opening {
        var opening = self
        opening.asked += questions
        return opening
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
