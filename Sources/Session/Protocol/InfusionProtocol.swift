/// A versioned file of rules: every limit, interval, checklist item and gate of a kind of session.
///
/// Nothing clinical stands in code. The shipped files are examples that a medical director has not approved.
package struct InfusionProtocol: Hashable, Sendable {
    package var id: String
    package var version: String
    package var title: String
    /// `example - not approved` until somebody signs for it.
    package var status: String
    package var approvedBy: String?
    package var approvedOn: String?

    package var dose: DoseRules
    /// What may be typed for each parameter, and what is asked about.
    package var ranges: [Parameter: FieldRange]
    package var weight: FieldRange
    /// Pulse pressure without a question, mmHg.
    package var pulsePressureSoft: ClosedRange<Int>
    /// Mean arterial pressure without a question, mmHg.
    package var meanPressureSoft: ClosedRange<Int>
    /// Alarm limits while dosing and observing.
    package var limits: [Parameter: AlarmLimits]
    package var relativePressure: RelativePressure
    package var alarmEnds: AlarmEnds
    package var goAhead: GoAheadLimits
    package var baseline: BaselineRules
    package var schedule: VitalsSchedule
    package var gates: GateRules
    package var discharge: DischargeRules
    package var screening: [ChecklistItem]
    package var dischargeList: [ChecklistItem]
    /// Ready-made notes on the keys 1 to 9.
    package var quickNotes: [String]
    package var reasons: Reasons
    package var drugBalance: DrugBalanceRules

    package init(
        id: String,
        version: String,
        title: String,
        status: String,
        approvedBy: String?,
        approvedOn: String?,
        dose: DoseRules,
        ranges: [Parameter: FieldRange],
        weight: FieldRange,
        pulsePressureSoft: ClosedRange<Int>,
        meanPressureSoft: ClosedRange<Int>,
        limits: [Parameter: AlarmLimits],
        relativePressure: RelativePressure,
        alarmEnds: AlarmEnds = .proposed,
        goAhead: GoAheadLimits = .proposed,
        baseline: BaselineRules,
        schedule: VitalsSchedule,
        gates: GateRules,
        discharge: DischargeRules,
        screening: [ChecklistItem],
        dischargeList: [ChecklistItem],
        quickNotes: [String],
        reasons: Reasons,
        drugBalance: DrugBalanceRules
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.status = status
        self.approvedBy = approvedBy
        self.approvedOn = approvedOn
        self.dose = dose
        self.ranges = ranges
        self.weight = weight
        self.pulsePressureSoft = pulsePressureSoft
        self.meanPressureSoft = meanPressureSoft
        self.limits = limits
        self.relativePressure = relativePressure
        self.alarmEnds = alarmEnds
        self.goAhead = goAhead
        self.baseline = baseline
        self.schedule = schedule
        self.gates = gates
        self.discharge = discharge
        self.screening = screening
        self.dischargeList = dischargeList
        self.quickNotes = quickNotes
        self.reasons = reasons
        self.drugBalance = drugBalance
    }
}
