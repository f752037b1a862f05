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

extension Parameter {
    package var facts: ParameterFacts { Self.table[self] ?? made }

    /// Rows are made once: screens ask for them at every figure.
    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

    private var made: ParameterFacts {
        switch self {
        case .systolicMmHg:
            ParameterFacts(
                "systolicMmHg",
                "SBP",
                unit: "mmHg",
                typed: [],
                possible: 20...400,
                plot: 40...200,
                .bloodPressure,
                rank: 0,
                isAlwaysShown: true
            )
        case .diastolicMmHg:
            ParameterFacts(
                "diastolicMmHg",
                "DBP",
                unit: "mmHg",
                typed: [],
                possible: 5...300,
                plot: 40...200,
                .bloodPressure,
                rank: 1,
                isAlwaysShown: true
            )
        case .heartRatePerMin:
            ParameterFacts(
                "heartRatePerMin",
                "HR",
                unit: "/min",
                typed: ["hr"],
                possible: 0...350,
                plot: 40...140,
                .heartRate,
                rank: 2,
                isAlwaysShown: true
            )
        case .spo2Percent:
            ParameterFacts(
                "spo2Percent",
                "SpO2",
                unit: "%",
                typed: ["s", "sat", "spo2"],
                possible: 0...100,
                plot: 85...100,
                .oxygen,
                rank: 3,
                isAlwaysShown: true
            )
        case .respiratoryRatePerMin:
            ParameterFacts(
                "respiratoryRatePerMin",
                "RR",
                unit: "/min",
                typed: ["rr"],
                possible: 0...150,
                plot: 0...40,
                rank: 4
            )
        case .moaas:
            ParameterFacts(
                "moaas",
                "MOAA/S",
                typed: ["m", "moaas"],
                canBeUnmeasurable: false,
                notDoneByItself: "not disturbed",
                isScoredWithNotes: true,
                possible: 0...5,
                plot: 0...5,
                rank: 5
            )
        case .rass:
            ParameterFacts(
                "rass",
                "RASS",
                isSigned: true,
                typed: ["r", "rass"],
                canBeUnmeasurable: false,
                notDoneByItself: "not disturbed",
                isScoredWithNotes: true,
                possible: -5...4,
                plot: -5...4,
                rank: 6
            )
        case .oxygenTenthsLiterPerMin:
            // Not "o2": that is two litres.
            ParameterFacts(
                "oxygenLiterPerMin",
                "O2",
                unit: "L/min",
                decimals: 1,
                typed: ["o", "oxygen"],
                canBeUnmeasurable: false,
                pace: .state,
                possible: 0...800,
                plot: 0...150,
                rank: 7
            )
        case .etco2MmHg:
            ParameterFacts(
                "etco2MmHg",
                "EtCO2",
                unit: "mmHg",
                typed: ["e", "etco2"],
                possible: 0...200,
                plot: 0...80,
                rank: 8
            )
        case .temperatureTenthsCelsius:
            ParameterFacts(
                "temperatureCelsius",
                "Temp",
                unit: "C",
                decimals: 1,
                typed: ["t", "temp"],
                pace: .slow,
                possible: 200...450,
                plot: 340...400,
                rank: 9
            )
        case .painNrs:
            ParameterFacts(
                "painNrs",
                "Pain",
                typed: ["p", "pain"],
                canBeUnmeasurable: false,
                pace: .slow,
                possible: 0...10,
                plot: 0...10,
                rank: 10
            )
        }
    }

    package var label: String { facts.label }
    package var unit: String { facts.unit }
    package var decimals: Int { facts.decimals }

    /// All of them in the order of the flowsheet.
    package static let byRank = allCases.sorted { $0.facts.rank < $1.facts.rank }

    /// A stored value as people read it: `36.8`, `-1`, `+2` for a positive RASS.
    package func text(_ value: Int) -> String {
        if facts.isSigned { return value > 0 ? "+\(value)" : "\(value)" }
        return facts.decimals == 1 ? "\(value / 10).\(abs(value % 10))" : "\(value)"
    }
}
