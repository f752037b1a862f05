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
