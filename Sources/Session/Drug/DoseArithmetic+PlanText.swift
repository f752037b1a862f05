extension DoseArithmetic.Plan {
    /// The volume, from which the dose follows to a microgram.
    package var volumeText: String {
        DoseArithmetic.milliliters(
            volumeNanoliters,
            concentrationMicrogramsPerMilliliter: concentrationMicrogramsPerMilliliter
        )
    }

    /// The exact rate; never 0 for drug that is to be given.
    package var rateText: String {
        rateMicrolitersPerHour == 0
            ? "under \(DoseArithmetic.millilitersPerHour(1))"
            : DoseArithmetic.millilitersPerHour(rateMicrolitersPerHour)
    }

    /// What a pump is set to; in words where none can be set so slow.
    package var pumpRateText: String {
        pumpRateMicrolitersPerHour == 0
            ? "NO PUMP RATE: slower than its step of "
                + DoseArithmetic.millilitersPerHour(PumpSettings.rateRoundingMicrolitersPerHour)
            : DoseArithmetic.millilitersPerHour(pumpRateMicrolitersPerHour)
    }
}
