/// A vital sign or score that a set of vitals can hold, in the order of the flowsheet.
package enum Parameter: String, CaseIterable, Hashable, Sendable {
    case systolicMmHg
    case diastolicMmHg
    case heartRatePerMin
    case spo2Percent
    case respiratoryRatePerMin
    case temperatureTenthsCelsius
    case oxygenTenthsLiterPerMin
    case etco2MmHg
    case painNrs
    /// Modified Observer's Assessment of Alertness/Sedation, 0 to 5, 5 alert.
    case moaas
    /// Richmond Agitation-Sedation Scale, -5 to +4, 0 alert and calm.
    case rass

    /// The short word on screens.
    package var label: String {
        switch self {
        case .systolicMmHg: "SBP"
        case .diastolicMmHg: "DBP"
        case .heartRatePerMin: "HR"
        case .spo2Percent: "SpO2"
        case .respiratoryRatePerMin: "RR"
        case .temperatureTenthsCelsius: "Temp"
        case .oxygenTenthsLiterPerMin: "O2"
        case .etco2MmHg: "EtCO2"
        case .painNrs: "Pain"
        case .moaas: "MOAA/S"
        case .rass: "RASS"
        }
    }

    /// The unit on screens; empty for scores.
    package var unit: String {
        switch self {
        case .systolicMmHg, .diastolicMmHg, .etco2MmHg: "mmHg"
        case .heartRatePerMin, .respiratoryRatePerMin: "/min"
        case .spo2Percent: "%"
        case .temperatureTenthsCelsius: "C"
        case .oxygenTenthsLiterPerMin: "L/min"
        case .painNrs, .moaas, .rass: ""
        }
    }

    /// How many decimals the stored integer carries.
    package var decimals: Int {
        switch self {
        case .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin: 1
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .etco2MmHg,
            .painNrs, .moaas, .rass:
            0
        }
    }

    /// A stored value as people read it: `36.8`, `-1`, `+2` for a positive RASS.
    package func text(_ value: Int) -> String {
        switch self {
        case .rass: value > 0 ? "+\(value)" : "\(value)"
        case .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin: "\(value / 10).\(abs(value % 10))"
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .etco2MmHg,
            .painNrs, .moaas:
            "\(value)"
        }
    }
}

/// One reading of a parameter, or why there is none.
package enum Reading: Hashable, Sendable {
    case value(Int)
    /// A true reading outside what can be entered, or a device that cannot read; never blocked.
    case unmeasurable(Unmeasurable)
    /// Not taken, and why; never 0 and never carried forward.
    case notDone(reason: String)

    package var value: Int? {
        guard case .value(let value) = self else { return nil }
        return value
    }
}

package enum Unmeasurable: String, CaseIterable, Hashable, Sendable {
    case high
    case low
    case noReading
}

/// One set of vitals as taken at one time.
package struct Vitals: Hashable, Sendable {
    package var readings: [Parameter: Reading]
    /// The nurse was asked about an unusual value and confirmed it.
    package var confirmedUnusual: Bool

    package init(_ readings: [Parameter: Reading] = [:], confirmedUnusual: Bool = false) {
        self.readings = readings
        self.confirmedUnusual = confirmedUnusual
    }

    package subscript(parameter: Parameter) -> Reading? {
        get { readings[parameter] }
        set { readings[parameter] = newValue }
    }

    package func value(_ parameter: Parameter) -> Int? { readings[parameter]?.value }

    /// Whether it holds a blood pressure that was measured.
    package var hasBloodPressure: Bool { value(.systolicMmHg) != nil && value(.diastolicMmHg) != nil }
}

/// What was seen of the patient's mind: dissociation 0 to 4, distress, and a few words.
///
/// An observer's scale made for this record: 0 none, 1 slight, 2 clear but conversational, 3 hard to engage,
/// 4 unreachable. It is not a published instrument.
package struct Dissociation: Hashable, Sendable {
    /// From this score on somebody has to go and look: a proposal, needs the medical director's sign-off.
    static let unreachableScore = 4

    package var score: Int
    package var isDistressed: Bool
    /// Sedation at the same look, where it was scored.
    package var moaas: Int?
    package var rass: Int?
    package var text: String

    package init(score: Int, isDistressed: Bool = false, moaas: Int? = nil, rass: Int? = nil, text: String = "") {
        self.score = score
        self.isDistressed = isDistressed
        self.moaas = moaas
        self.rass = rass
        self.text = text
    }
}
