/// One thing that stands between a session and a permission.
///
/// The gates produce it; whoever shows it has the words and knows the form that mends it. Rules know no key and no form.
package enum Need: Hashable, Sendable {
    // Before READY.

    /// The protocol's file: without it nothing can be judged, and a decision is asked for at each gate anew.
    case protocolFile(Permission)
    case identity
    /// How many items of the screening are open.
    case screening(open: Int, of: Int)
    /// An answer that stops the start, or leaves it to the prescriber.
    case screeningItem(ChecklistItem, isStop: Bool)
    case adultAge(years: Int)
    case escort
    case order
    /// An order for the weight of today.
    case orderForWeight
    case baseline
    case baselineValues([Parameter])
    case baselineOutside(Parameter, value: Int, isStop: Bool)
    /// A second pressure, so long after a first one above caution.
    case baselineRepeat(systolicMmHg: Int, diastolicMmHg: Int, afterMinutes: Int)
    case baselineCaution(systolicMmHg: Int, diastolicMmHg: Int)

    // The figures of an order.

    case orderFigures
    case orderTotal(microgramsPerKg: Int, limit: Int)
    case orderRate(nanogramsPerKgMinute: Int, limit: Int)
    case orderDuration(minutes: Int, limit: Int)

    // At the start and while it runs.

    case ready
    case chair
    case access
    case drugDrawn
    /// A container that is mixed as its label says: none is.
    case drugMixed
    case recentBaseline(minutes: Int)
    case timeout
    case recentTimeout(minutes: Int)
    /// A container by this name is not logged.
    case container(String)
    case containerMixed(DrugContainer)
    case containerConcentration
    case pumpRate(orderedMicrolitersPerHour: Int)
    case pumpVolume(orderedNanoliters: Int)
    case pumpConcentration(orderedMicrogramsPerMilliliter: Int)
    /// A rate at the start up to the protocol's limit.
    case startRateLimit(DrugRate, limitNanogramsPerKgMinute: Int)
    case rateLimit(DrugRate, limitNanogramsPerKgMinute: Int)
    /// An order for as much drug as this rate gives; nil where there is no order at all.
    case rateOrder(DrugRate, orderedNanogramsPerKgMinute: Int?)

    // After a pause.

    case pauseDecision(minutes: Int)
    case accessChecked

    // Leaving and closing.

    case criterion(Criterion)
    case accessRemoved
    case finalSet(minutes: Int)
    /// An item of the discharge list that an answer of the screening asks for.
    case dischargeItem(id: String, text: String)
    case departureEscort
    case departureInstructions
    case balance(container: String, differenceMicrograms: Int)
}

/// A rate as the drug it gives, where a weight is known, else as the pump's.
package enum DrugRate: Hashable, Sendable {
    case nanogramsPerKgMinute(Int)
    case microlitersPerHour(Int)
}

extension Need {
    /// The stable word under which overrides and deviations name it in the log.
    package var code: String {
        switch self {
        case .protocolFile(let permission): "protocol.\(permission.rawValue)"
        case .identity: "identity"
        case .screening: "screening.complete"
        case .screeningItem(let item, _): "screening.\(item.id)"
        case .adultAge: "age"
        case .escort: "escort"
        case .order: "order"
        case .orderForWeight: "order.weight"
        case .baseline, .baselineValues: "baseline"
        case .baselineOutside(let parameter, _, let isStop):
            "baseline.\(isStop ? "stop" : "hold").\(parameter.rawValue)"
        case .baselineRepeat: "baseline.repeat"
        case .baselineCaution: "baseline.caution"
        case .orderFigures: "order.figures"
        case .orderTotal: "order.total"
        case .orderRate: "order.rate"
        case .orderDuration: "order.duration"
        case .ready: "ready"
        case .chair: "chair"
        case .access, .accessChecked: "access"
        case .drugDrawn: "container.logged"
        case .drugMixed: "container.mixed"
        case .recentBaseline: "baseline.recent"
        case .timeout: "timeout"
        case .recentTimeout: "timeout.recent"
        case .container: "container"
        case .containerMixed: "container.dilution"
        case .containerConcentration: "container.concentration"
        case .pumpRate: "readback.rate"
        case .pumpVolume: "readback.volume"
        case .pumpConcentration: "readback.concentration"
        case .startRateLimit: "readback.limit"
        case .rateLimit: "rate.limit"
        case .rateOrder: "rate.order"
        case .pauseDecision: "pause.decision"
        case .criterion(let criterion): "criterion.\(criterion.kind.rawValue)"
        case .accessRemoved: "access.removed"
        case .finalSet: "final.set"
        case .dischargeItem(let id, _): "discharge.\(id)"
        case .departureEscort: "departure.escort"
        case .departureInstructions: "departure.instructions"
        case .balance(let container, _): Self.balanceCode(container)
        }
    }

    /// Whether a prescriber's decision can take its place.
    package var canBeOverridden: Bool {
        switch self {
        case .protocolFile, .screeningItem, .adultAge, .escort, .orderForWeight, .baselineOutside, .baselineCaution,
            .orderTotal, .orderRate, .orderDuration, .balance:
            true
        case .identity, .screening, .order, .baseline, .baselineValues, .baselineRepeat, .orderFigures, .ready, .chair,
            .access, .drugDrawn, .drugMixed, .recentBaseline, .timeout, .recentTimeout, .container, .containerMixed,
            .containerConcentration, .pumpRate, .pumpVolume, .pumpConcentration, .startRateLimit, .rateLimit,
            .rateOrder, .pauseDecision, .accessChecked, .criterion, .accessRemoved, .finalSet, .dischargeItem,
            .departureEscort, .departureInstructions:
            false
        }
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
