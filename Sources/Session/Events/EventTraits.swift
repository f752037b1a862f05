/// What a kind of event is and does: one row for each, in `Event.Body.traits`.
///
/// Whoever asks what a kind does, whether it can be corrected, how heavy it stands on a screen, reads it here; no other
/// place lists the kinds, but those that write them down, say them in words or decide them.
package struct EventTraits: Sendable {
    /// The kind as it stands in the log: dotted, past tense, stable for ever.
    package var kind: String
    /// The list in which it is found again.
    package var topic: EventTopic
    /// The phase the session stands in after it; nil for a kind that leaves the phase as it is.
    package var phase: Phase?
    /// What it changes about the rate at which the drug runs.
    package var doseChange: DoseChange?
    package var correction: Correction
    package var weight: Weight
    package var raises: Raises
    /// Whether it says where drug went: drawn, running, wasted, returned, read from the pump.
    package var movesDrug: Bool
    /// Whether the printed page lists it among the steps of the session.
    package var isInCourse: Bool

    init(
        _ kind: String,
        _ topic: EventTopic,
        phase: Phase? = nil,
        doseChange: DoseChange? = nil,
        _ correction: Correction = .voided,
        _ weight: Weight = .plain,
        raises: Raises = .nothing,
        movesDrug: Bool = false,
        isInCourse: Bool = false
    ) {
        self.kind = kind
        self.topic = topic
        self.phase = phase
        self.doseChange = doseChange
        self.correction = correction
        self.weight = weight
        self.raises = raises
        self.movesDrug = movesDrug || doseChange != nil
        self.isInCourse = isInCourse
    }

    /// How a person can put it right.
    package enum Correction: Hashable, Sendable {
        /// It stands as it is: a correction itself, or what the station noted.
        case never
        /// Voided only, and the right one entered anew: it was decided on what stood then.
        case voided
        /// Voided, or amended where it was typed.
        case amended
        /// Voided, or completed later in a form of its own.
        case completed
        /// Amended in a form of its own, never voided: the session would be nobody's.
        case keptAndAmended

        package var canBeVoided: Bool {
            switch self {
            case .voided, .amended, .completed: true
            case .never, .keptAndAmended: false
            }
        }

        package var canBeAmended: Bool {
            switch self {
            case .amended, .completed, .keptAndAmended: true
            case .never, .voided: false
            }
        }
    }

    /// How much it weighs among the entries on a screen.
    package enum Weight: Hashable, Sendable {
        case plain
        /// It moves the session on.
        case step
        /// Seen and said of the patient.
        case note
        /// Out of the ordinary: somebody will look at it again.
        case caution
        /// Something of the record is lost.
        case grave
        /// About another entry.
        case aside
    }

    /// What of the alarm conditions it can raise or end.
    package enum Raises: Hashable, Sendable {
        case nothing
        /// By the readings it holds.
        case readings
        /// By the state of mind it notes, and the sedation scored with it.
        case mind
        /// By fixing the baseline that limits are compared with.
        case baseline
        /// By carrying limits of this session's own.
        case limits

        /// Whether what stood before is judged by other limits from here on.
        var changesLimits: Bool {
            switch self {
            case .baseline, .limits: true
            case .nothing, .readings, .mind: false
            }
        }
    }
}

extension Event.Body {
    package var kind: String { traits.kind }

    /// Whether it moves the session to another phase.
    package var isTransition: Bool { traits.phase != nil }

    package var traits: EventTraits {
        switch self {
        case .sessionOpened:
            EventTraits("session.opened", .opening, phase: .screening, .keptAndAmended, .step, isInCourse: true)
        case .identityConfirmed: EventTraits("identity.confirmed", .identity)
        case .screeningAnswered: EventTraits("screening.answered", .screening)
        case .orderPlaced: EventTraits("order.placed", .order)
        case .timeoutConfirmed: EventTraits("timeout.confirmed", .timeout)
        case .accessPlaced: EventTraits("access.placed", .access)
        case .accessChecked: EventTraits("access.checked", .access)
        case .accessLost: EventTraits("access.lost", .access, .voided, .caution)
        case .accessRemoved: EventTraits("access.removed", .access)
        case .sessionReady: EventTraits("session.ready", .step, phase: .ready, .voided, .step)
        case .screeningReopened: EventTraits("screening.reopened", .step, phase: .screening, .voided, .step)
        case .infusionStarted(let pump):
            EventTraits(
                "infusion.started",
                .start,
                phase: .dosing,
                doseChange: .started(pump),
                .voided,
                .step,
                raises: .baseline,
                isInCourse: true
            )
        case .infusionPaused:
            EventTraits(
                "infusion.paused",
                .infusion,
                phase: .paused,
                doseChange: .paused,
                .completed,
                .step,
                isInCourse: true
            )
        case .infusionResumed:
            EventTraits(
                "infusion.resumed",
                .infusion,
                phase: .dosing,
                doseChange: .resumed,
                .voided,
                .step,
                isInCourse: true
            )
        case .infusionRateChanged(let rate):
            EventTraits(
                "infusion.rateChanged",
                .infusion,
                doseChange: .rate(microlitersPerHour: rate),
                isInCourse: true
            )
        case .infusionVolumeRead: EventTraits("infusion.volumeRead", .pumpFigure, movesDrug: true)
        case .infusionStopped:
            EventTraits(
                "infusion.stopped",
                .infusion,
                phase: .observing,
                doseChange: .stopped,
                .voided,
                .step,
                isInCourse: true
            )
        case .vitalsRecorded: EventTraits("vitals.recorded", .vitals, .amended, raises: .readings)
        case .vitalsNotDone: EventTraits("vitals.notDone", .notDone, .voided, .caution)
        case .dissociationRecorded: EventTraits("dissociation.recorded", .mind, .amended, .note, raises: .mind)
        case .noteRecorded: EventTraits("note.recorded", .note, .amended, .note)
        case .drugDrawn: EventTraits("drug.drawn", .container, movesDrug: true)
        case .drugWasted: EventTraits("drug.wasted", .removal, movesDrug: true)
        case .drugReturned: EventTraits("drug.returned", .removal, movesDrug: true)
        case .drugExplained: EventTraits("drug.explained", .explanation, movesDrug: true)
        case .checklistAnswered: EventTraits("checklist.answered", .dischargeList)
        case .criteriaMet: EventTraits("criteria.met", .criteria, .never, isInCourse: true)
        case .overrideGranted(let decision):
            EventTraits(
                "override.granted",
                .decision,
                .never,
                .caution,
                raises: decision.carriesOwnLimits ? .limits : .nothing,
                isInCourse: true
            )
        case .deviationRecorded: EventTraits("deviation.recorded", .deviation, .never, .caution, isInCourse: true)
        case .sessionReadyToLeave:
            EventTraits("session.readyToLeave", .readyToLeave, phase: .dischargeReady, .voided, .step, isInCourse: true)
        case .sessionWorsened: EventTraits("session.worsened", .setback, phase: .observing, .voided, .step)
        case .sessionDischarged:
            EventTraits("session.discharged", .step, phase: .discharged, .voided, .step, isInCourse: true)
        case .sessionReturned: EventTraits("session.returned", .setback, phase: .observing, .voided, .step)
        case .sessionCancelled:
            EventTraits("session.cancelled", .step, phase: .cancelled, .voided, .step, isInCourse: true)
        case .sessionClosed: EventTraits("session.closed", .closing, phase: .closed, .never, .step, isInCourse: true)
        case .sessionMoved: EventTraits("session.moved", .chair)
        case .entryAmended: EventTraits("entry.amended", .correction, .never, .aside)
        case .entryVoided: EventTraits("entry.voided", .correction, .never, .aside)
        case .stationWasOff: EventTraits("station.wasOff", .station, .never, .caution, isInCourse: true)
        case .entryLost: EventTraits("entry.lost", .loss, .never, .grave, isInCourse: true)
        case .unknown(let kind, _, _): EventTraits(kind, .loss, .never, .aside)
        }
    }
}
