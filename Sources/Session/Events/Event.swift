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

/// How a session began.
package struct Opening: Hashable, Sendable {
    package var patient: Patient
    package var chair: String?
    package var protocolID: String
    package var protocolVersion: String
    /// SHA-256 of the protocol file's bytes, lower-case hex: the file itself lies beside the logs under this name.
    package var protocolSHA256: String
    /// Whether the patient is a simulation.
    package var isSimulated: Bool
    /// The station's zone around the opening; nil in records from before it was kept.
    package var zone: RecordedZone?
    /// What was asked about likenesses to other patients and answered with yes, in the words of the questions.
    package var asked: [String]
    /// Which session of its home it is, counted from 1; nil in records from before it was kept.
    ///
    /// It makes the temporary number that this session alone may bear.
    package var ordinal: Int?

    package init(
        patient: Patient,
        chair: String?,
        protocolID: String,
        protocolVersion: String,
        protocolSHA256: String,
        isSimulated: Bool = false,
        zone: RecordedZone? = nil,
        asked: [String] = [],
        ordinal: Int? = nil
    ) {
        self.patient = patient
        self.chair = chair
        self.protocolID = protocolID
        self.protocolVersion = protocolVersion
        self.protocolSHA256 = protocolSHA256
        self.isSimulated = isSimulated
        self.zone = zone
        self.asked = asked
        self.ordinal = ordinal
    }
}

/// What a patient was identified by; two are needed.
package enum Identifier: String, CaseIterable, Hashable, Sendable {
    case name
    case birthDate
    case mrn
    case wristband
    case photograph
}

/// An answer to one item of a checklist.
package struct ItemAnswer: Hashable, Sendable {
    package var item: String
    package var answer: Answer
    package var remark: String

    package init(item: String, answer: Answer, remark: String = "") {
        self.item = item
        self.answer = answer
        self.remark = remark
    }
}

/// Why an infusion ended.
package enum StopReason: Hashable, Sendable {
    case completed
    case early(Reason)
}

/// A syringe or bag with the drug, as drawn up.
package struct DrugContainer: Hashable, Sendable {
    /// `A`, `B`: the name it is called by in this session.
    package var name: String
    package var drug: String
    package var vialStrengthMicrogramsPerMilliliter: Int
    package var concentrationMicrogramsPerMilliliter: Int
    package var volumeNanoliters: Int
    /// What was taken from the vial; nil in records from before it was kept.
    package var fromVialNanoliters: Int?

    package init(
        name: String,
        drug: String,
        vialStrengthMicrogramsPerMilliliter: Int,
        concentrationMicrogramsPerMilliliter: Int,
        volumeNanoliters: Int,
        fromVialNanoliters: Int? = nil
    ) {
        self.name = name
        self.drug = drug
        self.vialStrengthMicrogramsPerMilliliter = vialStrengthMicrogramsPerMilliliter
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.volumeNanoliters = volumeNanoliters
        self.fromVialNanoliters = fromVialNanoliters
    }

    package var micrograms: Int {
        volumeNanoliters / 1000 * concentrationMicrogramsPerMilliliter / 1000
            + volumeNanoliters % 1000 * concentrationMicrogramsPerMilliliter / 1_000_000
    }
}

/// What was thrown away, measured, before a witness.
package struct DrugWaste: Hashable, Sendable {
    package var container: String
    package var volumeNanoliters: Int
    package var method: String
    package var witness: String

    package init(container: String, volumeNanoliters: Int, method: String, witness: String) {
        self.container = container
        self.volumeNanoliters = volumeNanoliters
        self.method = method
        self.witness = witness
    }
}

/// A prescriber's decision to go on although a gate says no.
package struct Override: Hashable, Sendable {
    /// The `Requirement.code`s it covers.
    package var requirements: [String]
    package var prescriber: String
    package var way: OrderWay
    package var text: String
    /// The figure that the prescriber could see of a need, by its code; a need with another figure is another one.
    package var figures: [String: Int]
    /// Whether the go-ahead on a baseline outside its range carries limits of this session's own.
    package var carriesOwnLimits: Bool

    package init(
        requirements: [String],
        prescriber: String,
        way: OrderWay,
        text: String,
        figures: [String: Int] = [:],
        carriesOwnLimits: Bool = false
    ) {
        self.requirements = requirements
        self.prescriber = prescriber
        self.way = way
        self.text = text
        self.figures = figures
        self.carriesOwnLimits = carriesOwnLimits
    }
}

/// Something that happened although a gate said no; flagged for review.
package struct Deviation: Hashable, Sendable {
    /// What happened, as a kind: `infusion.started`.
    package var kind: String
    package var requirements: [String]
    package var reason: Reason

    package init(kind: String, requirements: [String], reason: Reason) {
        self.kind = kind
        self.requirements = requirements
        self.reason = reason
    }
}

/// How a patient left.
package struct Departure: Hashable, Sendable {
    /// Who or what took the patient: the escort's name, or the approved transport.
    package var with: String
    package var instructionsGivenTo: String

    package init(with: String, instructionsGivenTo: String) {
        self.with = with
        self.instructionsGivenTo = instructionsGivenTo
    }
}
