package import Session

extension Need {
    /// The form that mends it; nil where none does: a decision alone, or the pump, which is set to the order.
    package var form: FormKind? {
        switch self {
        case .protocolFile, .adultAge, .pauseDecision, .infiltration, .pumpRate, .pumpVolume, .pumpConcentration,
            .startRateLimit, .rateLimit, .concentrationLimit, .startTime, .departureEscort, .departureInstructions:
            nil
        case .identity: .identity
        case .screening, .screeningItem: .screening
        case .escort, .allergy: .details
        case .order, .orderForWeight, .orderFigures, .orderTotal, .orderRate, .orderDuration, .rateOrder: .order
        case .baseline, .baselineValues, .baselineOutside, .baselineUnmeasurable, .baselineRepeat, .baselineCaution,
            .recentBaseline, .highAlarm, .overdue, .remeasure, .finalSet:
            .vitals
        case .baselineDissociation, .recentDissociation: .dissociation
        case .ready: .ready
        case .chair: .move
        case .access, .accessChecked, .accessRemoved: .access
        case .drugDrawn, .drugMixed, .container, .containerMixed, .containerConcentration, .containerDrug,
            .balance:
            .drug
        case .timeout, .timeoutAnew, .recentTimeout, .timeoutContainer: .timeout
        case .criterion(let criterion): criterion.kind.form
        case .dischargeItem: .dischargeList
        }
    }
}

extension Criterion.Kind {
    /// The form that can meet it; nil for the time, which only passes.
    fileprivate var form: FormKind? {
        switch self {
        case .time: nil
        case .pressure, .heartRate, .oxygen, .breathing, .sedation, .pain, .alarms: .vitals
        case .dissociation: .dissociation
        case .list: .dischargeList
        }
    }
}
