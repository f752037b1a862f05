/// Something a person asks the session to record; `decide` answers with events or a refusal.
package indirect enum Command: Hashable, Sendable {
    case confirmIdentity([Identifier])
    case answerScreening([ItemAnswer])
    case placeOrder(Order, confirmedUnusual: Bool)
    case confirmTimeout(secondName: String)
    case placeAccess(site: String, gauge: String)
    case checkAccess(isPatent: Bool, text: String)
    case loseAccess(text: String)
    case removeAccess(siteIsClean: Bool, text: String)
    case declareReady
    case reopenScreening(text: String)
    case start(PumpSettings, birthYear: Int?, observedAtMicros: Int64? = nil)
    case pause(Reason?, observedAtMicros: Int64? = nil)
    case resume(pauseReason: Reason, prescriberDecision: String?)
    /// `confirmedUnusual` answers the question that a high rate for the patient's weight raises.
    case changeRate(rateMicrolitersPerHour: Int, observedAtMicros: Int64?, confirmedUnusual: Bool = false)
    case readVolume(volumeNanoliters: Int, stillInfuses: Bool)
    case stop(StopReason, observedAtMicros: Int64?)
    /// `vitals.confirmedUnusual` answers the questions that an unusual value raises.
    case recordVitals(Vitals, observedAtMicros: Int64?)
    case recordVitalsNotDone(Reason)
    case recordDissociation(Dissociation, observedAtMicros: Int64?)
    case recordNote(String, observedAtMicros: Int64?)
    case drawDrug(DrugContainer)
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
    case amend(target: Int, replacement: Event.Body, reason: Reason)
    case void(target: Int, reason: Reason)
    case grantOverride(Override)
    /// Records a permission that was refused, because it has already happened, now or at a time that is named.
    case alreadyHappened(Command, reason: Reason, observedAtMicros: Int64? = nil)
    case noteStationOff(fromUTCMicros: Int64, toUTCMicros: Int64)
}
