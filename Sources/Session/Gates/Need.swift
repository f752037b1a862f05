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
    /// The patient's allergies name the drug.
    case allergy(drug: String)
    case escort
    case order
    /// An order for the weight of today.
    case orderForWeight(WeightDifference)
    case baseline
    case baselineValues([Parameter])
    case baselineDissociation
    case baselineOutside(Parameter, value: Int, isStop: Bool)
    /// A required value that could not be taken: a stop.
    case baselineUnmeasurable(Parameter, Unmeasurable)
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
    /// Values of the baseline that are too old, the oldest so many minutes.
    case recentBaseline([Parameter], ageMinutes: Int, maxAgeMinutes: Int)
    case recentDissociation(ageMinutes: Int, maxAgeMinutes: Int)
    case timeout
    /// The start is typed for a time before what it rests on: the word, and how many minutes before.
    case startTime(before: StartSupport, minutes: Int)
    /// Something was changed that the time-out was taken on.
    case timeoutAnew(TimeoutSubject)
    case recentTimeout(minutes: Int)
    /// A container by this name is not logged.
    case container(String)
    case containerMixed(DrugContainer)
    case containerConcentration
    /// Another drug in the container than was ordered.
    case containerDrug(container: String, drug: String, ordered: String)
    /// More drug in a millilitre than anybody gives without the prescriber.
    case concentrationLimit(microgramsPerMilliliter: Int, limit: Int)
    /// A time-out that read the code of this container.
    case timeoutContainer(String)
    case pumpRate(setMicrolitersPerHour: Int, orderedMicrolitersPerHour: Int)
    case pumpVolume(setNanoliters: Int, orderedNanoliters: Int)
    case pumpConcentration(orderedMicrogramsPerMilliliter: Int)
    /// A rate at the start up to the protocol's limit.
    case startRateLimit(DrugRate, limitNanogramsPerKgMinute: Int)
    case rateLimit(DrugRate, limitNanogramsPerKgMinute: Int)
    /// An order for as much drug as this rate gives; nil where there is no order at all.
    case rateOrder(DrugRate, orderedNanogramsPerKgMinute: Int?)

    // After a pause, and before more drug.

    case pauseDecision(minutes: Int)
    case accessChecked
    /// An alarm of high priority that stands, with the age of its newest value.
    case highAlarm(AlarmCondition, ageMinutes: Int)
    /// What the infusion is watched by is older than its interval allows; the oldest is named.
    case overdue(Parameter, ageMinutes: Int)
    /// What it was paused for, measured since.
    case remeasure([Parameter])
    /// Drug went into the tissue, so many minutes ago: the prescriber decides.
    case infiltration(ageMinutes: Int)

    // Leaving and closing.

    case criterion(Criterion)
    /// A line that is still in the arm.
    case accessRemoved(site: String)
    /// A complete set that shows the patient as they are now; nil where there is none since the dose ended.
    case finalSet(ageMinutes: Int?, maxAgeMinutes: Int)
    /// An item of the discharge list that an answer of the screening asks for.
    case dischargeItem(id: String, text: String)
    case departureEscort
    case departureInstructions
    case balance(container: String, differenceMicrograms: Int)
}

/// What two persons check before a start.
package enum TimeoutSubject: String, CaseIterable, Hashable, Sendable {
    case order
    case container
    case patient
}

/// What has to be there before the drug runs.
package enum StartSupport: String, CaseIterable, Hashable, Sendable {
    case order
    case container
    case access
    case timeout
}

/// A rate as the drug it gives, where a weight is known, else as the pump's.
package enum DrugRate: Hashable, Sendable {
    case nanogramsPerKgMinute(Int)
    case microlitersPerHour(Int)
}

/// What the rules know of a kind of need: one row for each, in `Need.facts`.
package struct NeedFacts: Sendable {
    /// The stable word under which overrides and deviations name it in the log.
    package var code: String
    /// Whether a prescriber's decision can take its place.
    package var canBeOverridden: Bool
    /// What of it a prescriber could see and decide on, where another figure is another decision.
    package var figure: Int?
    /// Whether a go-ahead on it carries limits of this session's own: a baseline that would alarm from the start on.
    package var carriesOwnLimits: Bool

    init(_ code: String, canBeOverridden: Bool = false, figure: Int? = nil, carriesOwnLimits: Bool = false) {
        self.code = code
        self.canBeOverridden = canBeOverridden
        self.figure = figure
        self.carriesOwnLimits = carriesOwnLimits
    }
}

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

extension Override {
    /// A decision on what was missing, with what its prescriber could see of each.
    package init(on needs: [Need], prescriber: String, way: OrderWay, text: String, carriesOwnLimits: Bool = false) {
        var figures: [String: Int] = [:]
        for need in needs { figures[need.code] = need.facts.figure }
        self.init(
            requirements: needs.map(\.code),
            prescriber: prescriber,
            way: way,
            text: text,
            figures: figures,
            carriesOwnLimits: carriesOwnLimits
        )
    }

    /// Whether it is on a value of the baseline.
    var isOnBaseline: Bool { requirements.contains { $0.hasPrefix("baseline.") } }
}
