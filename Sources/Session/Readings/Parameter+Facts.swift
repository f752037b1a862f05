extension Parameter {
    package var facts: ParameterFacts { Self.table[ordinal] }

    /// Rows are made once: screens ask for them at every figure.
    private static let table = allCases.map(\.made)

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
