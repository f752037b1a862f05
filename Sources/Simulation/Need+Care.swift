import Session

extension Need {
    /// Nil for what a nurse mends on the way or cannot mend: then a prescriber decides, or it waits.
    var care: Care? {
        switch self {
        case .identity: .confirmIdentity
        case .screening: .answerScreening
        case .order, .orderForWeight: .placeOrder
        case .baseline, .baselineValues, .recentBaseline: .measureBaseline
        case .baselineDissociation, .recentDissociation: .lookAtMind
        case .baselineRepeat: .measureAgain
        case .timeout, .timeoutAnew, .recentTimeout, .timeoutContainer: .confirmTimeout
        case .finalSet, .highAlarm, .overdue, .remeasure: .measure
        case .accessRemoved: .removeAccess
        case .criterion(let criterion):
            switch criterion.kind {
            case .pressure, .heartRate, .oxygen, .breathing, .sedation, .pain, .alarms: .measure
            case .dissociation: .lookAtMind
            case .list: .answerList
            case .time: nil
            }
        case .protocolFile, .screeningItem, .adultAge, .allergy, .escort, .baselineOutside, .baselineUnmeasurable,
            .baselineCaution, .infiltration, .orderFigures,
            .orderTotal, .orderRate, .orderDuration, .ready, .chair, .access, .drugDrawn, .drugMixed, .container,
            .containerMixed, .containerConcentration, .pumpRate, .pumpVolume, .pumpConcentration, .startRateLimit,
            .containerDrug, .concentrationLimit, .startTime,
            .rateLimit, .rateOrder, .pauseDecision, .accessChecked, .dischargeItem, .departureEscort,
            .departureInstructions, .balance:
            nil
        }
    }
}
