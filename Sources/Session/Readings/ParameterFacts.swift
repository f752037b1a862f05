/// What a parameter is: one row for each, in `Parameter.facts`.
///
/// The words on screens, the key in protocol files, what is typed for it, its plot and its place in the flowsheet all
/// come from here. Its ranges and limits are the protocol's: any parameter may alarm.
package struct ParameterFacts: Sendable {
    /// The key in protocol files: the unit as people write it, where the stored integer counts tenths.
    package var fileKey: String
    /// The short word on screens.
    package var label: String
    /// The unit on screens; empty for scores.
    package var unit: String
    /// How many decimals the stored integer carries.
    package var decimals: Int
    /// Whether a sign is typed and shown: a scale with 0 in its middle.
    package var isSigned: Bool
    /// What may be typed for it, the shortest first; empty for the halves of a pressure, which share `bp`.
    package var spellings: [String]
    /// A device can fail to read it; a score can only be left undone.
    package var canBeUnmeasurable: Bool
    /// What a `-` says by itself; nil where a reason is asked: a patient asleep is not woken for a score.
    package var notDoneByItself: String?
    /// Whether it is also scored with a note on dissociation: the newest of both is the current one.
    package var isScoredWithNotes: Bool
    /// How fast it changes, and so how long a value of it holds.
    package var pace: Pace
    /// What a body or a scale can have at all, in the stored unit: all there is to hold a value to without a protocol.
    package var possible: ClosedRange<Int>
    /// The fixed range of plots, the same for every patient, so that a height always means the same.
    package var plotRange: ClosedRange<Int>
    package var lane: Lane
    /// Its place in the flowsheet, from the top: what an infusion is watched by stands first.
    package var rank: Int
    /// Whether the flowsheet has its row before it was ever taken.
    package var isAlwaysShown: Bool

    init(
        _ fileKey: String,
        _ label: String,
        unit: String = "",
        decimals: Int = 0,
        isSigned: Bool = false,
        typed spellings: [String],
        canBeUnmeasurable: Bool = true,
        notDoneByItself: String? = nil,
        isScoredWithNotes: Bool = false,
        pace: Pace = .fast,
        possible: ClosedRange<Int>,
        plot: ClosedRange<Int>,
        _ lane: Lane = .other,
        rank: Int,
        isAlwaysShown: Bool = false
    ) {
        self.fileKey = fileKey
        self.label = label
        self.unit = unit
        self.decimals = decimals
        self.isSigned = isSigned
        self.spellings = spellings
        self.canBeUnmeasurable = canBeUnmeasurable
        self.notDoneByItself = notDoneByItself
        self.isScoredWithNotes = isScoredWithNotes
        self.pace = pace
        self.possible = possible
        self.plotRange = plot
        self.lane = lane
        self.rank = rank
        self.isAlwaysShown = isAlwaysShown
    }

    package enum Pace: Hashable, Sendable {
        case fast
        /// It holds for hours.
        case slow
        /// It is set by a person and holds until it is changed: oxygen is on or off.
        case state
    }

    /// The lane of the trends it is drawn in, which has its colour.
    package enum Lane: Hashable, Sendable {
        case bloodPressure
        case heartRate
        case oxygen
        case other
    }
}
