/// One line of a checklist.
package struct ChecklistItem: Hashable, Sendable {
    /// Stable across versions of a protocol: answers refer to it.
    package var id: String
    package var text: String
    package var answers: Answers
    /// An answer that is a hard stop: no start without an override that names its prescriber.
    package var stopOn: Answer?
    /// An answer that needs the prescriber's decision.
    package var decideOn: Answer?
    /// An answer that the prescriber is told of: it holds nothing, and stands on the summary and at the time-out.
    package var tellOn: Answer?
    /// The item whose own `tellOn` answer turns this one's into a decision: an opioid beside a benzodiazepine.
    package var decideWith: String?
    package var hint: String
    /// The item of the discharge list that must be answered yes if this one is flagged (a safety plan).
    package var needsAtDischarge: String?
    /// How long an answer of the discharge list holds, minutes; nil for once after the dose ended.
    package var maxAgeMinutes: Int?
    /// Whether an answer counts only once dissociation is back: what is said before that is not the patient's own.
    package var isAskedAfterDissociation: Bool
    /// Whether a yes says that oxygen is as it was entered last, off where it never was.
    package var confirmsOxygen: Bool

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
        decideOn: Answer? = nil,
        tellOn: Answer? = nil,
        decideWith: String? = nil,
        hint: String = "",
        needsAtDischarge: String? = nil,
        maxAgeMinutes: Int? = nil,
        isAskedAfterDissociation: Bool = false,
        confirmsOxygen: Bool = false
    ) {
        self.id = id
        self.text = text
        self.answers = answers
        self.stopOn = stopOn
        self.decideOn = decideOn
        self.tellOn = tellOn
        self.decideWith = decideWith
        self.hint = hint
        self.needsAtDischarge = needsAtDischarge
        self.maxAgeMinutes = maxAgeMinutes
        self.isAskedAfterDissociation = isAskedAfterDissociation
        self.confirmsOxygen = confirmsOxygen
    }
}
