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
