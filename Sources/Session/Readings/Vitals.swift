/// One set of vitals as taken at one time.
package struct Vitals: Hashable, Sendable {
    /// A place for each parameter, by its ordinal: pictures, alarms and gates look readings up all the time.
    private var places: [Reading?]
    /// The nurse was asked about an unusual value and confirmed it.
    package var confirmedUnusual: Bool

    package init(_ readings: [Parameter: Reading] = [:], confirmedUnusual: Bool = false) {
        places = Array(repeating: nil, count: Parameter.allCases.count)
        self.confirmedUnusual = confirmedUnusual
        for (parameter, reading) in readings { places[parameter.ordinal] = reading }
    }

    /// All readings.
    package var readings: [Parameter: Reading] {
        var readings: [Parameter: Reading] = [:]
        for parameter in Parameter.allCases { readings[parameter] = places[parameter.ordinal] }
        return readings
    }

    /// Whether nothing stands in it.
    package var isEmpty: Bool { places.allSatisfy { $0 == nil } }

    package subscript(parameter: Parameter) -> Reading? {
        get { places[parameter.ordinal] }
        set { places[parameter.ordinal] = newValue }
    }

    package func value(_ parameter: Parameter) -> Int? { places[parameter.ordinal]?.value }

    /// Whether anything was measured, or could not be: not done alone says nothing of the patient.
    package var hasMeasurement: Bool {
        places.contains { reading in
            switch reading {
            case .value, .unmeasurable: true
            case .notDone, nil: false
            }
        }
    }

    /// Whether it holds a blood pressure that was measured.
    package var hasBloodPressure: Bool { value(.systolicMmHg) != nil && value(.diastolicMmHg) != nil }
}
