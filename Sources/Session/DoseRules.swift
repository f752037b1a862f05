/// The dose a protocol plans, and what of an order is questioned or stopped.
package struct DoseRules: Hashable, Sendable {
    package var drug: String
    package var route: String
    package var doseMicrogramsPerKg: Int
    package var durationMinutes: Int
    package var concentrationMicrogramsPerMilliliter: Int
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
        doseMicrogramsPerKg: Int,
        durationMinutes: Int,
        concentrationMicrogramsPerMilliliter: Int,
        totalSoftMicrogramsPerKg: Int,
        totalHardMicrogramsPerKg: Int,
        rateSoftNanogramsPerKgMinute: Int,
        rateHardNanogramsPerKgMinute: Int,
        durationSoftMinutes: ClosedRange<Int>,
        durationHardMinutes: Int
    ) {
        self.drug = drug
        self.route = route
        self.doseMicrogramsPerKg = doseMicrogramsPerKg
        self.durationMinutes = durationMinutes
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.totalSoftMicrogramsPerKg = totalSoftMicrogramsPerKg
        self.totalHardMicrogramsPerKg = totalHardMicrogramsPerKg
        self.rateSoftNanogramsPerKgMinute = rateSoftNanogramsPerKgMinute
        self.rateHardNanogramsPerKgMinute = rateHardNanogramsPerKgMinute
        self.durationSoftMinutes = durationSoftMinutes
        self.durationHardMinutes = durationHardMinutes
    }
}
