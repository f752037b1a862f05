/// Something that happened in a session and was recorded.
package struct Event: Hashable, Sendable {
    /// Dense per session from 0, given at decide; references use it, never the number of a record in a file.
    package var number: Int
    /// When it was written.
    package var at: Moment
    /// When it was true, in UTC microseconds, where that differs from when it was written.
    package var observedAtMicros: Int64?
    package var author: Author
    package var source: Source
    package var body: Body

    package init(
        number: Int,
        at: Moment,
        observedAtMicros: Int64? = nil,
        author: Author,
        source: Source = .manual,
        body: Body
    ) {
        self.number = number
        self.at = at
        self.observedAtMicros = observedAtMicros
        self.author = author
        self.source = source
        self.body = body
    }

    /// What happened, in past participles with units in the names.
    package indirect enum Body: Hashable, Sendable {
        case sessionOpened(Opening)
        case identityConfirmed(identifiers: [Identifier])
        case screeningAnswered([ItemAnswer])
        case orderPlaced(Order)
        /// What was read from the syringe is nil in records from before it was asked.
        case timeoutConfirmed(secondName: String, SyringeReading? = nil)
        case accessPlaced(site: String, gauge: String)
        /// `line` is the number of the entry that placed it; nil in records from before lines were named.
        case accessChecked(isPatent: Bool, text: String, line: Int? = nil)
        /// `isInfiltrated`: drug went into the tissue, and nobody knows how much of it counts.
        case accessLost(text: String, line: Int? = nil, isInfiltrated: Bool = false)
        case accessRemoved(siteIsClean: Bool, text: String, line: Int? = nil)
        case sessionReady
        case screeningReopened(text: String)
        case infusionStarted(PumpSettings)
        case infusionPaused(Reason?)
        case infusionResumed(pauseReason: Reason, prescriberDecision: String?)
        case infusionRateChanged(rateMicrolitersPerHour: Int)
        case infusionVolumeRead(volumeNanoliters: Int, stillInfuses: Bool)
        case infusionStopped(StopReason)
        case vitalsRecorded(Vitals)
        case vitalsNotDone(Reason)
        case dissociationRecorded(Dissociation)
        case noteRecorded(String)
        case drugDrawn(DrugContainer)
        case drugWasted(DrugWaste)
        case drugReturned(container: String, volumeNanoliters: Int)
        /// Why an entry of drawn drug is void.
        case drugExplained(DrugExplanation)
        case checklistAnswered([ItemAnswer])
        case criteriaMet
        case overrideGranted(Override)
        case deviationRecorded(Deviation)
        case sessionReadyToLeave
        case sessionWorsened(text: String)
        case sessionDischarged(Departure)
        case sessionReturned(text: String)
        case sessionCancelled(Reason)
        case sessionClosed
        case sessionMoved(chair: String?)
        case entryAmended(target: Int, replacement: Body, reason: Reason)
        case entryVoided(target: Int, reason: Reason)
        /// The station was off for over a minute; no alarm was raised for that time.
        case stationWasOff(fromUTCMicros: Int64, toUTCMicros: Int64)
        /// In the place of an entry whose record is lost or cannot be read.
        case entryLost
        /// A kind or a version this program does not know: kept, counted, shown raw.
        case unknown(kind: String, version: Int, raw: String)
    }
}
