import Session

/// Every case of `Event.Body`, so that a new one stops this file from compiling until it is entered here.
enum EventKind: String, CaseIterable {
    case sessionOpened, identityConfirmed, screeningAnswered, orderPlaced, timeoutConfirmed
    case accessPlaced, accessChecked, accessLost, accessRemoved
    case sessionReady, screeningReopened
    case infusionStarted, infusionPaused, infusionResumed, infusionRateChanged, infusionVolumeRead, infusionStopped
    case vitalsRecorded, vitalsNotDone, dissociationRecorded, noteRecorded
    case drugDrawn, drugWasted, drugReturned
    case checklistAnswered, criteriaMet, overrideGranted, deviationRecorded
    case sessionReadyToLeave, sessionWorsened, sessionDischarged, sessionReturned, sessionCancelled, sessionClosed
    case sessionMoved, entryAmended, entryVoided, stationWasOff, entryLost, unknown

    init(_ body: Event.Body) {
        self =
            switch body {
            case .sessionOpened: .sessionOpened
            case .identityConfirmed: .identityConfirmed
            case .screeningAnswered: .screeningAnswered
            case .orderPlaced: .orderPlaced
            case .timeoutConfirmed: .timeoutConfirmed
            case .accessPlaced: .accessPlaced
            case .accessChecked: .accessChecked
            case .accessLost: .accessLost
            case .accessRemoved: .accessRemoved
            case .sessionReady: .sessionReady
            case .screeningReopened: .screeningReopened
            case .infusionStarted: .infusionStarted
            case .infusionPaused: .infusionPaused
            case .infusionResumed: .infusionResumed
            case .infusionRateChanged: .infusionRateChanged
            case .infusionVolumeRead: .infusionVolumeRead
            case .infusionStopped: .infusionStopped
            case .vitalsRecorded: .vitalsRecorded
            case .vitalsNotDone: .vitalsNotDone
            case .dissociationRecorded: .dissociationRecorded
            case .noteRecorded: .noteRecorded
            case .drugDrawn: .drugDrawn
            case .drugWasted: .drugWasted
            case .drugReturned: .drugReturned
            case .checklistAnswered: .checklistAnswered
            case .criteriaMet: .criteriaMet
            case .overrideGranted: .overrideGranted
            case .deviationRecorded: .deviationRecorded
            case .sessionReadyToLeave: .sessionReadyToLeave
            case .sessionWorsened: .sessionWorsened
            case .sessionDischarged: .sessionDischarged
            case .sessionReturned: .sessionReturned
            case .sessionCancelled: .sessionCancelled
            case .sessionClosed: .sessionClosed
            case .sessionMoved: .sessionMoved
            case .entryAmended: .entryAmended
            case .entryVoided: .entryVoided
            case .stationWasOff: .stationWasOff
            case .entryLost: .entryLost
            case .unknown: .unknown
            }
    }
}
