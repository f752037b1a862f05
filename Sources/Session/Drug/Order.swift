/// What the prescriber ordered, and what follows from it.
package struct Order: Hashable, Sendable {
    package var drug: String
    package var doseMicrogramsPerKg: Int
    package var weightGrams: Int
    package var durationMinutes: Int
    package var concentrationMicrogramsPerMilliliter: Int
    package var prescriber: String
    package var way: OrderWay

    package init(
        drug: String,
        doseMicrogramsPerKg: Int,
        weightGrams: Int,
        durationMinutes: Int,
        concentrationMicrogramsPerMilliliter: Int,
        prescriber: String,
        way: OrderWay
    ) {
        self.drug = drug
        self.doseMicrogramsPerKg = doseMicrogramsPerKg
        self.weightGrams = weightGrams
        self.durationMinutes = durationMinutes
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.prescriber = prescriber
        self.way = way
    }
}

/// How an order or an override reached the nurse.
package enum OrderWay: String, CaseIterable, Hashable, Sendable {
    case written
    /// By telephone, read back to the named prescriber; stays on the open list until authenticated.
    case telephoneReadBack
}

/// What the pump was set to.
package struct PumpSettings: Hashable, Sendable {
    package var rateMicrolitersPerHour: Int
    package var volumeNanoliters: Int
    package var concentrationMicrogramsPerMilliliter: Int
    /// The container, by the name it was logged under.
    package var container: String

    package init(
        rateMicrolitersPerHour: Int,
        volumeNanoliters: Int,
        concentrationMicrogramsPerMilliliter: Int,
        container: String
    ) {
        self.rateMicrolitersPerHour = rateMicrolitersPerHour
        self.volumeNanoliters = volumeNanoliters
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.container = container
    }
}
