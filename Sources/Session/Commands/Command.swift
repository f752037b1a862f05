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
