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
