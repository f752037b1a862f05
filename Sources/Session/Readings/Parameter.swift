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

    /// Whether it says only that nothing was measured.
    package var isNotDone: Bool { if case .notDone = self { true } else { false } }
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

    /// Whether anything was measured, or could not be: not done alone says nothing of the patient.
    package var hasMeasurement: Bool {
        readings.values.contains { reading in
            switch reading {
            case .value, .unmeasurable: true
            case .notDone: false
            }
        }
    }

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
    /// Nil where nobody asked: a score typed among the vitals says nothing of it.
    package var isDistressed: Bool?
    /// Sedation at the same look, where it was scored.
    package var moaas: Int?
    package var rass: Int?
    package var text: String

    package init(score: Int, isDistressed: Bool? = nil, moaas: Int? = nil, rass: Int? = nil, text: String = "") {
        self.score = score
        self.isDistressed = isDistressed
        self.moaas = moaas
        self.rass = rass
        self.text = text
    }
}

extension Dissociation {
    /// The sedation scored at the same look; nil for every parameter that no note holds.
    package subscript(parameter: Parameter) -> Reading? {
        switch parameter {
        case .moaas: moaas.map { .value($0) }
        case .rass: rass.map { .value($0) }
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin,
            .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin, .etco2MmHg, .painNrs:
            nil
        }
    }
}
