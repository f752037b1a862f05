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
