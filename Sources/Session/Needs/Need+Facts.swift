extension Need {
    package var code: String { facts.code }

    package var canBeOverridden: Bool { facts.canBeOverridden }

    package var facts: NeedFacts {
        switch self {
        case .protocolFile(let permission): NeedFacts("protocol.\(permission.rawValue)", canBeOverridden: true)
        case .identity: NeedFacts("identity")
        case .screening: NeedFacts("screening.complete")
        case .screeningItem(let item, _): NeedFacts("screening.\(item.id)", canBeOverridden: true)
        case .adultAge: NeedFacts("age", canBeOverridden: true)
        case .allergy: NeedFacts("allergy.drug", canBeOverridden: true)
        case .escort: NeedFacts("escort", canBeOverridden: true)
        case .order: NeedFacts("order")
        case .orderForWeight: NeedFacts("order.weight", canBeOverridden: true)
        case .baseline, .baselineValues, .baselineDissociation: NeedFacts("baseline")
        case .baselineUnmeasurable(let parameter, _):
            NeedFacts("baseline.stop.\(parameter.rawValue)", canBeOverridden: true)
        case .baselineOutside(let parameter, let value, let isStop):
            NeedFacts(
                "baseline.\(isStop ? "stop" : "hold").\(parameter.rawValue)",
                canBeOverridden: true,
                figure: value,
                carriesOwnLimits: Self.hasOwnLimits(parameter)
            )
        case .baselineRepeat: NeedFacts("baseline.repeat")
        case .baselineCaution: NeedFacts("baseline.caution", canBeOverridden: true, carriesOwnLimits: true)
        case .orderFigures: NeedFacts("order.figures")
        case .orderTotal(let total, _): NeedFacts("order.total", canBeOverridden: true, figure: total)
        case .orderRate(let rate, _): NeedFacts("order.rate", canBeOverridden: true, figure: rate)
        case .orderDuration(let minutes, _): NeedFacts("order.duration", canBeOverridden: true, figure: minutes)
        case .ready: NeedFacts("ready")
        case .chair: NeedFacts("chair")
        case .access, .accessChecked: NeedFacts("access")
        case .drugDrawn: NeedFacts("container.logged")
        case .drugMixed: NeedFacts("container.mixed")
        case .recentBaseline, .recentDissociation: NeedFacts("baseline.recent")
        case .timeout, .timeoutAnew: NeedFacts("timeout")
        case .recentTimeout: NeedFacts("timeout.recent")
        case .startTime: NeedFacts("start.time")
        case .container: NeedFacts("container")
        case .containerMixed: NeedFacts("container.dilution")
        case .containerConcentration: NeedFacts("container.concentration")
        case .containerDrug: NeedFacts("container.drug")
        case .concentrationLimit(let concentration, _):
            NeedFacts("concentration.\(concentration)", canBeOverridden: true)
        case .timeoutContainer: NeedFacts("timeout.container")
        case .pumpRate(let rate, _): NeedFacts("readback.rate.\(rate)", canBeOverridden: true)
        case .pumpVolume(let volume, _): NeedFacts("readback.volume.\(volume)", canBeOverridden: true)
        case .pumpConcentration: NeedFacts("readback.concentration")
        case .startRateLimit: NeedFacts("readback.limit")
        case .rateLimit: NeedFacts("rate.limit")
        case .rateOrder: NeedFacts("rate.order")
        case .pauseDecision: NeedFacts("pause.decision")
        case .highAlarm(let condition, _): NeedFacts("alarm.\(condition.subject.code)", canBeOverridden: true)
        case .overdue: NeedFacts("overdue", canBeOverridden: true)
        case .remeasure: NeedFacts("remeasure", canBeOverridden: true)
        case .infiltration: NeedFacts("infiltration", canBeOverridden: true)
        case .criterion(let criterion): NeedFacts("criterion.\(criterion.kind.rawValue)")
        case .accessRemoved: NeedFacts("access.removed")
        case .finalSet: NeedFacts("final.set")
        case .dischargeItem(let id, _): NeedFacts("discharge.\(id)")
        case .departureEscort: NeedFacts("departure.escort")
        case .departureInstructions: NeedFacts("departure.instructions")
        case .balance(let container, let difference):
            NeedFacts(Self.balanceCode(container), canBeOverridden: true, figure: difference)
        }
    }

    private static func hasOwnLimits(_ parameter: Parameter) -> Bool {
        parameter == .systolicMmHg || parameter == .diastolicMmHg || parameter == .spo2Percent
    }

    /// Whether it is drug that nobody accounts for: a supervisor's or prescriber's own hand takes its place, and
    /// nothing that has happened does.
    package var isDiscrepancy: Bool { Self.isDiscrepancy(code) }

    static func balanceCode(_ container: String) -> String { "balance.\(container)" }

    /// The same of a need by its code, as an override names it.
    static func isDiscrepancy(_ code: String) -> Bool { code.hasPrefix("balance.") }
}

extension [Need] {
    /// Whether what lacks these can have happened already; a signature under an open balance cannot.
    package var canHaveHappened: Bool { !allSatisfy(\.isDiscrepancy) }
}
