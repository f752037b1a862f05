/// The dose a protocol plans, and what of an order is questioned or stopped.
package struct DoseRules: Hashable, Sendable {
    package var drug: String
    package var route: String
    /// Words in a patient's allergies that mean the drug, beside its name: stems and trade names.
    package var allergyWords: [String]
    package var doseMicrogramsPerKg: Int
    package var durationMinutes: Int
    package var concentrationMicrogramsPerMilliliter: Int
    /// Above this many micrograms in all a dose is asked about, whatever the patient weighs.
    package var totalAskMicrograms: Int
    /// A container above the first is asked about, above the second stopped.
    package var concentrationAskMicrogramsPerMilliliter: Int
    package var concentrationStopMicrogramsPerMilliliter: Int
    /// A pump that would give so much more or less drug than ordered is stopped.
    package var pumpStopPercent: Int
    /// Total dose: asked about above soft, stopped above hard.
    package var totalSoftMicrogramsPerKg: Int
    package var totalHardMicrogramsPerKg: Int
    /// Rate, in nanograms per kg and minute, so that 12.5 mcg/kg/min is exact.
    package var rateSoftNanogramsPerKgMinute: Int
    package var rateHardNanogramsPerKgMinute: Int
    package var durationSoftMinutes: ClosedRange<Int>
    package var durationHardMinutes: Int

    package init(
        drug: String,
        route: String,
        allergyWords: [String] = [],
        doseMicrogramsPerKg: Int,
        durationMinutes: Int,
        concentrationMicrogramsPerMilliliter: Int,
        totalAskMicrograms: Int = 60_000,
        concentrationAskMicrogramsPerMilliliter: Int = 10_000,
        concentrationStopMicrogramsPerMilliliter: Int = 50_000,
        pumpStopPercent: Int = 10,
        totalSoftMicrogramsPerKg: Int,
        totalHardMicrogramsPerKg: Int,
        rateSoftNanogramsPerKgMinute: Int,
        rateHardNanogramsPerKgMinute: Int,
        durationSoftMinutes: ClosedRange<Int>,
        durationHardMinutes: Int
    ) {
        self.drug = drug
        self.route = route
        self.allergyWords = allergyWords
        self.doseMicrogramsPerKg = doseMicrogramsPerKg
        self.durationMinutes = durationMinutes
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.totalAskMicrograms = totalAskMicrograms
        self.concentrationAskMicrogramsPerMilliliter = concentrationAskMicrogramsPerMilliliter
        self.concentrationStopMicrogramsPerMilliliter = concentrationStopMicrogramsPerMilliliter
        self.pumpStopPercent = pumpStopPercent
        self.totalSoftMicrogramsPerKg = totalSoftMicrogramsPerKg
        self.totalHardMicrogramsPerKg = totalHardMicrogramsPerKg
        self.rateSoftNanogramsPerKgMinute = rateSoftNanogramsPerKgMinute
        self.rateHardNanogramsPerKgMinute = rateHardNanogramsPerKgMinute
        self.durationSoftMinutes = durationSoftMinutes
        self.durationHardMinutes = durationHardMinutes
    }
}
