/// How old a supporting fact may be at a gate, and other numbers of the gates.
package struct GateRules: Hashable, Sendable {
    package var adultAgeYears: Int
    package var baselineMaxAgeMinutes: Int
    package var timeoutMaxAgeMinutes: Int
    /// A pause longer than this needs the prescriber's decision to resume.
    package var pauseDecisionAfterMinutes: Int
    /// The same for what changes slowly: temperature, pain, dissociation.
    package var baselineSlowMaxAgeMinutes: Int
    /// Entries at most so far apart are one set: the column of the flowsheet.
    package var setWithinMinutes: Int
    package var finalSetMaxAgeMinutes: Int
    /// An entry observed longer ago than this is marked as a late entry.
    package var lateEntryAfterMinutes: Int
    /// The previous set counts for delta questions up to this age.
    package var deltaMaxAgeMinutes: Int

    package init(
        adultAgeYears: Int,
        baselineMaxAgeMinutes: Int,
        timeoutMaxAgeMinutes: Int,
        pauseDecisionAfterMinutes: Int,
        baselineSlowMaxAgeMinutes: Int = 240,
        setWithinMinutes: Int = 2,
        finalSetMaxAgeMinutes: Int,
        lateEntryAfterMinutes: Int,
        deltaMaxAgeMinutes: Int
    ) {
        self.adultAgeYears = adultAgeYears
        self.baselineMaxAgeMinutes = baselineMaxAgeMinutes
        self.timeoutMaxAgeMinutes = timeoutMaxAgeMinutes
        self.pauseDecisionAfterMinutes = pauseDecisionAfterMinutes
        self.baselineSlowMaxAgeMinutes = baselineSlowMaxAgeMinutes
        self.setWithinMinutes = setWithinMinutes
        self.finalSetMaxAgeMinutes = finalSetMaxAgeMinutes
        self.lateEntryAfterMinutes = lateEntryAfterMinutes
        self.deltaMaxAgeMinutes = deltaMaxAgeMinutes
    }
}
