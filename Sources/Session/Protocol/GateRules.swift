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
    /// What is measured again before a resume, by the code of the reason for the pause.
    package var measuredAfterPause: [String: [Parameter]]
    /// An entry observed longer ago than this is marked as a late entry.
    package var lateEntryAfterMinutes: Int
    /// The same while the drug runs.
    package var lateWhileDosingMinutes: Int
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
        measuredAfterPause: [String: [Parameter]] = GateRules.measuredAfterPause,
        lateEntryAfterMinutes: Int,
        lateWhileDosingMinutes: Int = 5,
        deltaMaxAgeMinutes: Int
    ) {
        self.adultAgeYears = adultAgeYears
        self.baselineMaxAgeMinutes = baselineMaxAgeMinutes
        self.timeoutMaxAgeMinutes = timeoutMaxAgeMinutes
        self.pauseDecisionAfterMinutes = pauseDecisionAfterMinutes
        self.baselineSlowMaxAgeMinutes = baselineSlowMaxAgeMinutes
        self.setWithinMinutes = setWithinMinutes
        self.finalSetMaxAgeMinutes = finalSetMaxAgeMinutes
        self.measuredAfterPause = measuredAfterPause
        self.lateEntryAfterMinutes = lateEntryAfterMinutes
        self.lateWhileDosingMinutes = lateWhileDosingMinutes
        self.deltaMaxAgeMinutes = deltaMaxAgeMinutes
    }

    /// By the codes of the shipped protocol's reasons.
    package static let measuredAfterPause: [String: [Parameter]] = [
        "highBloodPressure": [.systolicMmHg, .diastolicMmHg],
        "lowBloodPressure": [.systolicMmHg, .diastolicMmHg],
        "lowSaturation": [.spo2Percent, .respiratoryRatePerMin],
        "sedation": [.moaas],
    ]
}
