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

/// The dose a protocol plans, and what of an order is questioned or stopped.
package struct DoseRules: Hashable, Sendable {
    package var drug: String
    package var route: String
    package var doseMicrogramsPerKg: Int
    package var durationMinutes: Int
    package var concentrationMicrogramsPerMilliliter: Int
    /// Total dose: asked about above soft, stopped above hard.
    package var totalSoftMicrogramsPerKg: Int
    package var totalHardMicrogramsPerKg: Int
    /// Rate, in nanograms per kg and minute, so that 12.5 mcg/kg/min is exact.
    package var rateSoftNanogramsPerKgMinute: Int
    package var rateHardNanogramsPerKgMinute: Int
    package var durationSoftMinutes: ClosedRange<Int>
    package var durationHardMinutes: Int

    package init(
        drug: String,
        route: String,
        doseMicrogramsPerKg: Int,
        durationMinutes: Int,
        concentrationMicrogramsPerMilliliter: Int,
        totalSoftMicrogramsPerKg: Int,
        totalHardMicrogramsPerKg: Int,
        rateSoftNanogramsPerKgMinute: Int,
        rateHardNanogramsPerKgMinute: Int,
        durationSoftMinutes: ClosedRange<Int>,
        durationHardMinutes: Int
    ) {
        self.drug = drug
        self.route = route
        self.doseMicrogramsPerKg = doseMicrogramsPerKg
        self.durationMinutes = durationMinutes
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.totalSoftMicrogramsPerKg = totalSoftMicrogramsPerKg
        self.totalHardMicrogramsPerKg = totalHardMicrogramsPerKg
        self.rateSoftNanogramsPerKgMinute = rateSoftNanogramsPerKgMinute
        self.rateHardNanogramsPerKgMinute = rateHardNanogramsPerKgMinute
        self.durationSoftMinutes = durationSoftMinutes
        self.durationHardMinutes = durationHardMinutes
    }
}

/// What may be typed in a field: outside `hard` is refused, outside `soft` is asked about, as is a jump over `delta`.
package struct FieldRange: Hashable, Sendable {
    package var hard: ClosedRange<Int>
    package var soft: ClosedRange<Int>?
    /// The jump from the previous set (at most 15 min old) above which a question comes.
    package var delta: Int?
    /// Whether only a fall counts as a jump (oxygen saturation).
    package var deltaCountsFallsOnly: Bool

    package init(hard: ClosedRange<Int>, soft: ClosedRange<Int>?, delta: Int?, deltaCountsFallsOnly: Bool = false) {
        self.hard = hard
        self.soft = soft
        self.delta = delta
        self.deltaCountsFallsOnly = deltaCountsFallsOnly
    }
}

/// The limits of one parameter: at or beyond a number, that priority holds.
///
/// Nil where there is none.
package struct AlarmLimits: Hashable, Sendable {
    /// `value >= n`.
    package var lowAtOrAbove: Int?
    package var mediumAtOrAbove: Int?
    package var highAtOrAbove: Int?
    /// `value < n`.
    package var lowBelow: Int?
    package var mediumBelow: Int?
    package var highBelow: Int?

    package init(
        lowAtOrAbove: Int? = nil,
        mediumAtOrAbove: Int? = nil,
        highAtOrAbove: Int? = nil,
        lowBelow: Int? = nil,
        mediumBelow: Int? = nil,
        highBelow: Int? = nil
    ) {
        self.lowAtOrAbove = lowAtOrAbove
        self.mediumAtOrAbove = mediumAtOrAbove
        self.highAtOrAbove = highAtOrAbove
        self.lowBelow = lowBelow
        self.mediumBelow = mediumBelow
        self.highBelow = highBelow
    }
}

/// Rises and falls against the session's own baseline that count as medium.
package struct RelativePressure: Hashable, Sendable {
    package var systolicRiseMmHg: Int
    package var diastolicRiseMmHg: Int
    /// A systolic below baseline by this share, and below the next number, is medium.
    package var systolicFallPercent: Int
    package var systolicFallBelowMmHg: Int
    /// A heart rate under the medium limit counts only when it is this far below baseline.
    package var heartRateFallPerMin: Int

    package init(
        systolicRiseMmHg: Int,
        diastolicRiseMmHg: Int,
        systolicFallPercent: Int,
        systolicFallBelowMmHg: Int,
        heartRateFallPerMin: Int
    ) {
        self.systolicRiseMmHg = systolicRiseMmHg
        self.diastolicRiseMmHg = diastolicRiseMmHg
        self.systolicFallPercent = systolicFallPercent
        self.systolicFallBelowMmHg = systolicFallBelowMmHg
        self.heartRateFallPerMin = heartRateFallPerMin
    }
}

/// What of the baseline set holds a start until the prescriber decides, and what stops it.
package struct BaselineRules: Hashable, Sendable {
    /// Above this a second measurement is asked for, and then the prescriber's decision.
    package var cautionSystolicAbove: Int
    package var cautionDiastolicAbove: Int
    /// Values outside these need the prescriber's decision.
    package var hold: [Parameter: ClosedRange<Int>]
    /// Values outside these are hard stops.
    package var stop: [Parameter: ClosedRange<Int>]
    package var required: [Parameter]

    package init(
        cautionSystolicAbove: Int,
        cautionDiastolicAbove: Int,
        hold: [Parameter: ClosedRange<Int>],
        stop: [Parameter: ClosedRange<Int>],
        required: [Parameter]
    ) {
        self.cautionSystolicAbove = cautionSystolicAbove
        self.cautionDiastolicAbove = cautionDiastolicAbove
        self.hold = hold
        self.stop = stop
        self.required = required
    }
}

/// When vitals and dissociation are due.
///
/// Minutes are counted from the dose start, or the dose end.
package struct VitalsSchedule: Hashable, Sendable {
    package var dosingEveryMinutes: Int
    /// Sets that must be there whatever the grid says, minutes from the dose start (the peak at 40).
    package var mandatoryMinutes: [Int]
    package var recoveryEveryMinutes: Int
    package var recoveryStableEveryMinutes: Int
    /// So many stable sets, and the longer interval holds.
    package var stableSets: Int
    /// A set is late this long after its time, at least.
    package var lateAfterMinutes: Int
    package var lateAfterPercent: Int
    /// Overdue: the newest blood pressure is older than the interval plus the larger of these.
    package var overdueAfterMinutes: Int
    package var overdueAfterPercent: Int
    /// Dissociation from the dose start.
    package var dissociationMinutes: [Int]
    /// Dissociation after the dose end.
    package var dissociationAfterEndMinutes: [Int]

    package init(
        dosingEveryMinutes: Int,
        mandatoryMinutes: [Int],
        recoveryEveryMinutes: Int,
        recoveryStableEveryMinutes: Int,
        stableSets: Int,
        lateAfterMinutes: Int,
        lateAfterPercent: Int,
        overdueAfterMinutes: Int,
        overdueAfterPercent: Int,
        dissociationMinutes: [Int],
        dissociationAfterEndMinutes: [Int]
    ) {
        self.dosingEveryMinutes = dosingEveryMinutes
        self.mandatoryMinutes = mandatoryMinutes
        self.recoveryEveryMinutes = recoveryEveryMinutes
        self.recoveryStableEveryMinutes = recoveryStableEveryMinutes
        self.stableSets = stableSets
        self.lateAfterMinutes = lateAfterMinutes
        self.lateAfterPercent = lateAfterPercent
        self.overdueAfterMinutes = overdueAfterMinutes
        self.overdueAfterPercent = overdueAfterPercent
        self.dissociationMinutes = dissociationMinutes
        self.dissociationAfterEndMinutes = dissociationAfterEndMinutes
    }
}

/// How old a supporting fact may be at a gate, and other numbers of the gates.
package struct GateRules: Hashable, Sendable {
    package var adultAgeYears: Int
    package var baselineMaxAgeMinutes: Int
    package var timeoutMaxAgeMinutes: Int
    /// A pause longer than this needs the prescriber's decision to resume.
    package var pauseDecisionAfterMinutes: Int
    package var restartWithinMinutes: Int
    package var finalSetMaxAgeMinutes: Int
    /// An entry observed longer ago than this is marked as a late entry.
    package var lateEntryAfterMinutes: Int
    /// The previous set counts for delta questions up to this age.
    package var deltaMaxAgeMinutes: Int

    package init(
        adultAgeYears: Int,
        baselineMaxAgeMinutes: Int,
        timeoutMaxAgeMinutes: Int,
        pauseDecisionAfterMinutes: Int,
        restartWithinMinutes: Int,
        finalSetMaxAgeMinutes: Int,
        lateEntryAfterMinutes: Int,
        deltaMaxAgeMinutes: Int
    ) {
        self.adultAgeYears = adultAgeYears
        self.baselineMaxAgeMinutes = baselineMaxAgeMinutes
        self.timeoutMaxAgeMinutes = timeoutMaxAgeMinutes
        self.pauseDecisionAfterMinutes = pauseDecisionAfterMinutes
        self.restartWithinMinutes = restartWithinMinutes
        self.finalSetMaxAgeMinutes = finalSetMaxAgeMinutes
        self.lateEntryAfterMinutes = lateEntryAfterMinutes
        self.deltaMaxAgeMinutes = deltaMaxAgeMinutes
    }
}

/// What must hold before a patient may leave.
package struct DischargeRules: Hashable, Sendable {
    package var afterDoseEndMinutes: Int
    package var afterDoseStartMinutes: Int
    package var systolicBelow: Int
    package var diastolicBelow: Int
    /// Within this share of baseline counts as back, as does under the next pair.
    package var withinBaselinePercent: Int
    package var orSystolicBelow: Int
    package var orDiastolicBelow: Int
    /// The second set's pressure may exceed the first's by this much.
    package var riseAtMostMmHg: Int
    package var setsApartMinutes: Int
    package var spo2AtLeast: Int
    package var roomAirMinutes: Int
    package var moaasAtLeast: Int
    package var dissociationAtMost: Int
    package var painAtMost: Int
    /// `none`, `padss` or `aldrete`.
    package var score: String

    package init(
        afterDoseEndMinutes: Int,
        afterDoseStartMinutes: Int,
        systolicBelow: Int,
        diastolicBelow: Int,
        withinBaselinePercent: Int,
        orSystolicBelow: Int,
        orDiastolicBelow: Int,
        riseAtMostMmHg: Int,
        setsApartMinutes: Int,
        spo2AtLeast: Int,
        roomAirMinutes: Int,
        moaasAtLeast: Int,
        dissociationAtMost: Int,
        painAtMost: Int,
        score: String
    ) {
        self.afterDoseEndMinutes = afterDoseEndMinutes
        self.afterDoseStartMinutes = afterDoseStartMinutes
        self.systolicBelow = systolicBelow
        self.diastolicBelow = diastolicBelow
        self.withinBaselinePercent = withinBaselinePercent
        self.orSystolicBelow = orSystolicBelow
        self.orDiastolicBelow = orDiastolicBelow
        self.riseAtMostMmHg = riseAtMostMmHg
        self.setsApartMinutes = setsApartMinutes
        self.spo2AtLeast = spo2AtLeast
        self.roomAirMinutes = roomAirMinutes
        self.moaasAtLeast = moaasAtLeast
        self.dissociationAtMost = dissociationAtMost
        self.painAtMost = painAtMost
        self.score = score
    }
}

/// One line of a checklist.
package struct ChecklistItem: Hashable, Sendable {
    /// Stable across versions of a protocol: answers refer to it.
    package var id: String
    package var text: String
    package var answers: Answers
    /// An answer that is a hard stop: no start without an override that names its prescriber.
    package var stopOn: Answer?
    /// An answer that needs the prescriber's decision.
    package var flagOn: Answer?
    package var hint: String

    package enum Answers: String, CaseIterable, Hashable, Sendable {
        case yesNo
        case yesNoNotApplicable
        case text
    }

    package init(
        id: String,
        text: String,
        answers: Answers,
        stopOn: Answer? = nil,
        flagOn: Answer? = nil,
        hint: String = ""
    ) {
        self.id = id
        self.text = text
        self.answers = answers
        self.stopOn = stopOn
        self.flagOn = flagOn
        self.hint = hint
    }
}

/// The answer to a checklist item.
package enum Answer: Hashable, Sendable {
    case yes
    case no
    case notApplicable(reason: String)
    case text(String)
}

/// The reason codes a protocol offers, each with its words.
package struct Reasons: Hashable, Sendable {
    package var pause: [Reason]
    package var stop: [Reason]
    package var cancel: [Reason]
    package var correction: [Reason]
    package var deviation: [Reason]
    package var notDone: [Reason]

    package init(
        pause: [Reason],
        stop: [Reason],
        cancel: [Reason],
        correction: [Reason],
        deviation: [Reason],
        notDone: [Reason]
    ) {
        self.pause = pause
        self.stop = stop
        self.cancel = cancel
        self.correction = correction
        self.deviation = deviation
        self.notDone = notDone
    }
}

/// A reason by code, for counting, and the words people read.
package struct Reason: Hashable, Sendable {
    package var code: String
    package var text: String

    package init(code: String, text: String) {
        self.code = code
        self.text = text
    }
}

/// How far a container's balance may be off and still close: the larger of the two.
package struct DrugBalanceRules: Hashable, Sendable {
    package var toleranceMicrograms: Int
    package var tolerancePercent: Int

    package init(toleranceMicrograms: Int, tolerancePercent: Int) {
        self.toleranceMicrograms = toleranceMicrograms
        self.tolerancePercent = tolerancePercent
    }
}
